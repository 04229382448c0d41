@NullMarked
package io.hutong.tax.fact;

import org.jspecify.annotations.NullMarked;
