@NullMarked
package io.hutong.tax;

import org.jspecify.annotations.NullMarked;
