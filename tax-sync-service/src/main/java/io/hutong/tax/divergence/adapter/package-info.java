@NullMarked
package io.hutong.tax.divergence.adapter;

import org.jspecify.annotations.NullMarked;
