package io.hutong.messaging.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How delivery stands in this service. */
public record DeliveryState(
        String service, long pending, double oldestPendingSeconds, List<Lane> lanes, List<Reader> inboxes) {

    /** One lane of the outbox. */
    public record Lane(int lane, @Nullable String owner, long pending, double oldestSeconds) {}

    /** One inbox; lag is -1 while unknown. */
    public record Reader(
            String inbox,
            String source,
            long lag,
            long parked,
            long awaitingPremise,
            double longestAwaitingSeconds,
            long headsMissing,
            int failures) {}

    /** One parked stream. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Parked(
            String inbox,
            String bizId,
            String cause,
            String message,
            int attempts,
            Instant since,
            Instant lastAttemptAt,
            long waiting,
            @Nullable String eventId,
            @Nullable String type,
            long version) {}

    /** One event in the line of a parked stream: where it stands and came from, never what it says. */
    public record Queued(
            String eventId,
            String type,
            int epoch,
            long version,
            String topic,
            int partition,
            long offset,
            Instant parkedAt) {}

    /** One event that an operator left out, with who did and why; both stay in this service. */
    public record Skipped(
            String inbox,
            String bizId,
            String eventId,
            String type,
            int epoch,
            long version,
            String cause,
            String reason,
            String skippedBy,
            Instant skippedAt) {}
}
