@NullMarked
package io.hutong.credit.filing;

import org.jspecify.annotations.NullMarked;
