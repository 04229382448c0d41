@NullMarked
package io.hutong.exchange;

import org.jspecify.annotations.NullMarked;
