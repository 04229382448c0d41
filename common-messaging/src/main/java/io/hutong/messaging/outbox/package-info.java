/** Appending events in the business transaction. */
@NullMarked
package io.hutong.messaging.outbox;

import org.jspecify.annotations.NullMarked;
