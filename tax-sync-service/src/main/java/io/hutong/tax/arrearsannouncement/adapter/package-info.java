@NullMarked
package io.hutong.tax.arrearsannouncement.adapter;

import org.jspecify.annotations.NullMarked;
