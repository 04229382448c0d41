@NullMarked
package io.hutong.exchange.intake;

import org.jspecify.annotations.NullMarked;
