package io.hutong.messaging.inbox;

import io.hutong.events.DomainEvent;
import io.hutong.identity.BizId;
import io.hutong.messaging.Envelope;
import io.hutong.messaging.Position;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An event that arrived, decoded as far as it could be: {@code event} is null when its type is unknown here, when nobody here
 * {@code wanted} it, or when {@code verdict} says why its stream has to stop at it.
 */
record Incoming(
        Envelope envelope,
        Map<String, String> headers,
        byte[] body,
        byte[] digest,
        Origin origin,
        boolean wanted,
        @Nullable DomainEvent event,
        @Nullable Verdict verdict) {

    /** Where it came from. */
    record Origin(String topic, int partition, long offset) {
        static final Origin REFILL = new Origin("", -1, -1);
    }

    /** Why the stream stops here; the message holds no personal data. */
    record Verdict(ParkCause cause, String message) {}

    BizId bizId() {
        return envelope.subject();
    }

    Position position() {
        return envelope.position();
    }

    Incoming stoppedBy(ParkCause cause, String message) {
        return new Incoming(envelope, headers, body, digest, origin, wanted, event, new Verdict(cause, message));
    }
}
