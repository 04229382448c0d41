@NullMarked
package io.hutong.exchange.business;

import org.jspecify.annotations.NullMarked;
