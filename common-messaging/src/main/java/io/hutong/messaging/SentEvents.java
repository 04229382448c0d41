package io.hutong.messaging;

import io.hutong.identity.EventId;
import java.time.Instant;
import java.util.List;

/**
 * An optional CDI bean of a service that wants to know when the broker has its events. Called in the transaction in which the
 * relay forgets them; what is sent again after a crash is told again.
 */
public interface SentEvents {

    /** The broker had acknowledged all of these by that time. */
    void sent(List<EventId> events, Instant at);
}
