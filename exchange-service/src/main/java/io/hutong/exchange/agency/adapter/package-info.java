@NullMarked
package io.hutong.exchange.agency.adapter;

import org.jspecify.annotations.NullMarked;
