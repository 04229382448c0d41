package io.hutong.credit.sharing;

import io.hutong.events.AgencyCode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How far an institution is with its changes: the last number given, and up to which it has acknowledged them. */
public record Feed(
        AgencyCode organisation,
        long last,
        long acknowledged,
        @Nullable Instant acknowledgedAt) {

    Feed acknowledged(long upTo, Instant at) {
        return new Feed(organisation, last, upTo, at);
    }

    /** The same with how many businesses it follows, and how many changes wait since when. */
    public record State(
            Feed feed,
            long businesses,
            long pending,
            @Nullable Instant oldestPendingAt) {}
}
