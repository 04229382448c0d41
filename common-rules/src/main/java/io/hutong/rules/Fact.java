package io.hutong.rules;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A value with its origin: who said it, from which day it holds, when it was recorded and the row or document it stands
 * in. All of it appears in the explanation of a decision.
 */
public record Fact(
        Value value,
        String source,
        @Nullable LocalDate validFrom,
        @Nullable Instant recordedAt,
        @Nullable String reference) {
    /** Nothing is on record. */
    public static final Fact UNKNOWN = new Fact(Value.UNKNOWN, "", null, null, null);

    /** A value that needs no record of its own, such as the application's own date. */
    public static Fact of(Value value, String source) {
        return new Fact(value, source, null, null, null);
    }

    Fact become(Value other) {
        return new Fact(other, source, validFrom, recordedAt, reference);
    }
}
