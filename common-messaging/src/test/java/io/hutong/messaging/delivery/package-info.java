@NullMarked
package io.hutong.messaging.delivery;

import org.jspecify.annotations.NullMarked;
