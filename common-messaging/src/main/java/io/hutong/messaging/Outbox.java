package io.hutong.messaging;

import io.hutong.events.DomainEvent;
import io.hutong.identity.BizId;
import java.util.Collection;

/**
 * Where a use case states its events: they are written in the caller's transaction and reach every reader exactly if it
 * commits. {@link #lock} comes first in every transaction that changes a business: it is the mutex per business, so that
 * log order equals commit order.
 */
public interface Outbox {

    /** Locks the stream of this business until the transaction ends, making it on first use. */
    Stream lock(BizId bizId);

    /** Locks many streams in the order of the businesses in one go, so that each {@link #lock} after it costs nothing. */
    default void lockAll(Collection<BizId> businesses) {
        businesses.stream().sorted().forEach(this::lock);
    }

    /** The locked stream of one business. */
    interface Stream {
        BizId bizId();

        /** Position of the newest event; version 0 before the first. */
        Position position();

        /**
         * Validates the event against its schema and size limit, seals its sealed fields, and appends it at the next
         * version.
         *
         * @throws UnsendableEvent when schema or size forbid it; the transaction must not commit
         */
        Envelope append(DomainEvent event, EventContext context);
    }
}
