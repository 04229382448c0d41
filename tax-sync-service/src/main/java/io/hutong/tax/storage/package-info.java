@NullMarked
package io.hutong.tax.storage;

import org.jspecify.annotations.NullMarked;
