package io.hutong.exchange.intake.adapter;

import io.hutong.exchange.intake.AcceptedEvent;
import io.hutong.exchange.intake.AcceptedEvent.Answered;
import io.hutong.exchange.intake.Settlement;
import io.hutong.messaging.Position;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where an event is: the broker had it by {@code sentAt}; {@code settlements} tell who applied or refused it, and how long
 * after it was taken.
 */
record TraceJson(
        String eventId,
        String agency,
        String source,
        String id,
        String type,
        String bizId,
        Position position,
        Instant acceptedAt,
        boolean sent,
        @Nullable Instant sentAt,
        @Nullable String answers,
        @Nullable Boolean late,
        List<SettlementJson> settlements) {

    /** What one service made of it. */
    record SettlementJson(
            String service, String outcome, @Nullable String reason, Instant at, long millis) {
        static SettlementJson of(Settlement settlement, Instant acceptedAt) {
            return new SettlementJson(
                    settlement.service(),
                    settlement.outcome(),
                    settlement.reason(),
                    settlement.at(),
                    Duration.between(acceptedAt, settlement.at()).toMillis());
        }
    }

    static TraceJson of(EventTraces.Trace trace) {
        AcceptedEvent event = trace.event();
        Answered answered = event.answered();
        return new TraceJson(
                event.id().value(),
                event.sent().agency().value(),
                event.sent().source(),
                event.sent().id(),
                event.sent().type(),
                event.bizId().value(),
                event.position(),
                event.acceptedAt(),
                trace.sent(),
                trace.sentAt(),
                answered == null ? null : answered.question().value(),
                answered == null ? null : answered.late(),
                trace.settlements().stream()
                        .map(settlement -> SettlementJson.of(settlement, event.acceptedAt()))
                        .toList());
    }
}
