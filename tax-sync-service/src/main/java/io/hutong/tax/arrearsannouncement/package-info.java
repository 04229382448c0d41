@NullMarked
package io.hutong.tax.arrearsannouncement;

import org.jspecify.annotations.NullMarked;
