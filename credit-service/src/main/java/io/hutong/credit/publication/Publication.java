package io.hutong.credit.publication;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What one platform must do about one fact, and what it has acknowledged. {@code version} rises with every new order; the
 * platform is behind until it acknowledged the newest.
 */
public record Publication(
        String platform,
        PublishedFact fact,
        boolean shown,
        int version,
        Instant since,
        @Nullable Receipt receipt,
        Tries tries) {

    /**
     * The platform's acknowledgement of an order: which version, when, its own number for it, and when it was stored by the clock of
     * the database.
     */
    public record Receipt(int version, Instant at, @Nullable String number, Instant storedAt) {}

    /** How often the newest order was refused, and why the last time. */
    public record Tries(int refused, @Nullable String trouble) {}

    public boolean acknowledged() {
        return receipt != null && receipt.version() == version;
    }

    /** By the clock of the database. */
    boolean acknowledgedBefore(Instant moment) {
        return receipt != null
                && receipt.version() == version
                && receipt.storedAt().isBefore(moment);
    }
}
