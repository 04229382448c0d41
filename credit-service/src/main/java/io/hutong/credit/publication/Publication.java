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

    /** The platform's acknowledgement of an order: which version, when, and its own number for it. */
    public record Receipt(int version, Instant at, @Nullable String number) {}

    /** How often the newest order was refused, and why the last time. */
    public record Tries(int refused, @Nullable String trouble) {}

    public boolean acknowledged() {
        return receipt != null && receipt.version() == version;
    }

    boolean acknowledgedBefore(Instant moment) {
        return receipt != null && receipt.version() == version && receipt.at().isBefore(moment);
    }
}
