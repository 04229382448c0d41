@NullMarked
package io.hutong.messaging.sealing;

import org.jspecify.annotations.NullMarked;
