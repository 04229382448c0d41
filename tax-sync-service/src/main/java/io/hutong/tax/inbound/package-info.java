@NullMarked
package io.hutong.tax.inbound;

import org.jspecify.annotations.NullMarked;
