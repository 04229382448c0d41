@NullMarked
package io.hutong.tax.divergence;

import org.jspecify.annotations.NullMarked;
