package io.hutong.credit.repair;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One system that showed or was told a fact: since when it has been told that it ended, and when it said that it knows. Only
 * what is {@code connected} can say so.
 */
public record Acknowledgement(
        String channel,
        Kind kind,
        boolean connected,
        Instant since,
        @Nullable Instant acknowledgedAt) {

    /** A platform shows it to everybody; a bank was told because it follows the business, which is nobody else's concern. */
    public enum Kind {
        PLATFORM,
        BANK
    }

    /** Whether it still has to answer. */
    boolean awaited() {
        return connected && acknowledgedAt == null;
    }

    /** Whether it has not answered and cannot. */
    boolean unreachable() {
        return !connected && acknowledgedAt == null;
    }
}
