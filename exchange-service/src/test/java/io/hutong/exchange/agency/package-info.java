@NullMarked
package io.hutong.exchange.agency;

import org.jspecify.annotations.NullMarked;
