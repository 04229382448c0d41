@NullMarked
package io.hutong.exchange.intake.adapter;

import org.jspecify.annotations.NullMarked;
