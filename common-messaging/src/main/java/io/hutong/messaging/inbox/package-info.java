/** From Kafka into the service, once and in order per business. */
@NullMarked
package io.hutong.messaging.inbox;

import org.jspecify.annotations.NullMarked;
