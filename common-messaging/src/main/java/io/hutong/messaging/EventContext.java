package io.hutong.messaging;

import io.hutong.identity.DivisionCode;
import io.hutong.identity.EventId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a use case knows of an event beside its content: when it happened and takes legal effect, which registrar's
 * division it concerns, the affair it belongs to, the event that caused it and the rule set that decided it.
 */
public record EventContext(
        Instant occurredAt,
        LocalDate effectiveAt,
        DivisionCode division,
        UUID correlationId,
        @Nullable EventId causationId,
        @Nullable String ruleSetId) {}
