/** From the outbox to Kafka. */
@NullMarked
package io.hutong.messaging.relay;

import org.jspecify.annotations.NullMarked;
