/** Events as CloudEvents in Kafka's binary mode with JSON bodies (architecture §3.5). */
@NullMarked
package io.hutong.messaging.codec;

import org.jspecify.annotations.NullMarked;
