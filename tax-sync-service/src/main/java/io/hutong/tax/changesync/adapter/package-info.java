@NullMarked
package io.hutong.tax.changesync.adapter;

import org.jspecify.annotations.NullMarked;
