package io.hutong.tax.receipt;

import io.hutong.identity.BizId;
import io.hutong.identity.DivisionCode;
import io.hutong.identity.EventId;
import io.hutong.messaging.Envelope;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The event of the register that tax answers, kept with what it asked for, so that late answers name it too. */
public record Cause(
        BizId bizId,
        DivisionCode division,
        UUID correlationId,
        @Nullable EventId eventId,
        Instant occurredAt,
        LocalDate effectiveAt) {

    public static Cause of(Envelope envelope) {
        return new Cause(
                envelope.subject(),
                envelope.context().division(),
                envelope.context().correlationId(),
                envelope.id(),
                envelope.context().occurredAt(),
                envelope.context().effectiveAt());
    }

    /** The same affair, moved on by another event. */
    public Cause movedBy(Cause other) {
        return new Cause(bizId, division, correlationId, other.eventId, occurredAt, effectiveAt);
    }
}
