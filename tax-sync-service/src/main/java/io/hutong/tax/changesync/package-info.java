@NullMarked
package io.hutong.tax.changesync;

import org.jspecify.annotations.NullMarked;
