@NullMarked
package io.hutong.credit.penalty;

import org.jspecify.annotations.NullMarked;
