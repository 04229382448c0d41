@NullMarked
package io.hutong.credit.reportcheck;

import org.jspecify.annotations.NullMarked;
