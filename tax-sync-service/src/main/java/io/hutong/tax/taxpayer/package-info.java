@NullMarked
package io.hutong.tax.taxpayer;

import org.jspecify.annotations.NullMarked;
