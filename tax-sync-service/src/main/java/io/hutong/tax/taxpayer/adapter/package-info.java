@NullMarked
package io.hutong.tax.taxpayer.adapter;

import org.jspecify.annotations.NullMarked;
