@NullMarked
package io.hutong.exchange.business.adapter;

import org.jspecify.annotations.NullMarked;
