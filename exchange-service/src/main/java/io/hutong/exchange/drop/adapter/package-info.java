@NullMarked
package io.hutong.exchange.drop.adapter;

import org.jspecify.annotations.NullMarked;
