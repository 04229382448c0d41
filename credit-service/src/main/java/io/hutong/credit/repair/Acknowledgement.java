package io.hutong.credit.repair;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One system that showed or was told a fact: since when it has been told that it ended, and when it said that it knows. Its
 * answer is {@code expected} as long as it can answer or may still show the fact.
 */
public record Acknowledgement(
        String channel,
        Kind kind,
        boolean expected,
        Instant since,
        @Nullable Instant acknowledgedAt) {

    /** A platform shows it to everybody; a bank was told because it follows the business, which is nobody else's concern. */
    public enum Kind {
        PLATFORM,
        BANK
    }

    /** Whether it still has to answer. */
    boolean awaited() {
        return expected && acknowledgedAt == null;
    }

    /** Whether it has not answered and is not waited for. */
    boolean unreachable() {
        return !expected && acknowledgedAt == null;
    }
}
