package io.hutong.exchange.intake;

import io.hutong.events.AgencyCode;
import io.hutong.identity.BizId;
import io.hutong.identity.EventId;
import io.hutong.messaging.Position;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A statement that was taken: under which id and at which place of the business's stream it left, and what it answered. */
public record AcceptedEvent(
        EventId id,
        Sent sent,
        BizId bizId,
        Position position,
        Instant acceptedAt,
        @Nullable Answered answered) {

    /** As the sender knows it. */
    public record Sent(AgencyCode agency, String source, String id, String type, String digest) {}

    /** The question it answered, and whether in time. */
    public record Answered(EventId question, boolean late) {}
}
