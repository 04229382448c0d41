@NullMarked
package io.hutong.exchange.question;

import org.jspecify.annotations.NullMarked;
