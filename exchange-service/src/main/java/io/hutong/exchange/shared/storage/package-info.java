@NullMarked
package io.hutong.exchange.shared.storage;

import org.jspecify.annotations.NullMarked;
