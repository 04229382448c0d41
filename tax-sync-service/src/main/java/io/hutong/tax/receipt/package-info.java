@NullMarked
package io.hutong.tax.receipt;

import org.jspecify.annotations.NullMarked;
