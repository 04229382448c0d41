@NullMarked
package io.hutong.messaging.codec;

import org.jspecify.annotations.NullMarked;
