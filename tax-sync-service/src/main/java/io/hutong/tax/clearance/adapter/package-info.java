@NullMarked
package io.hutong.tax.clearance.adapter;

import org.jspecify.annotations.NullMarked;
