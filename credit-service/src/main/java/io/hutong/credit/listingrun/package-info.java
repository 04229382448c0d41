@NullMarked
package io.hutong.credit.listingrun;

import org.jspecify.annotations.NullMarked;
