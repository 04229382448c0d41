@NullMarked
package io.hutong.exchange.inbound;

import org.jspecify.annotations.NullMarked;
