@NullMarked
package io.hutong.exchange.drop;

import org.jspecify.annotations.NullMarked;
