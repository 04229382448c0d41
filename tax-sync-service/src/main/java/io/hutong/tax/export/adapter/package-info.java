@NullMarked
package io.hutong.tax.export.adapter;

import org.jspecify.annotations.NullMarked;
