@NullMarked
package io.hutong.exchange.problem;

import org.jspecify.annotations.NullMarked;
