@NullMarked
package io.hutong.tax.shared.storage;

import org.jspecify.annotations.NullMarked;
