@NullMarked
package io.hutong.tax.clearance;

import org.jspecify.annotations.NullMarked;
