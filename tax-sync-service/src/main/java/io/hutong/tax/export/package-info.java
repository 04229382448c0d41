@NullMarked
package io.hutong.tax.export;

import org.jspecify.annotations.NullMarked;
