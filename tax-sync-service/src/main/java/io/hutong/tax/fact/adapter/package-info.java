@NullMarked
package io.hutong.tax.fact.adapter;

import org.jspecify.annotations.NullMarked;
