@NullMarked
package io.hutong.credit.listingrun.adapter;

import org.jspecify.annotations.NullMarked;
