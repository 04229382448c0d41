package io.hutong.registration.duty;

import io.hutong.events.Agency;
import java.time.Instant;

/** One thing that an agency did for a change; {@code detail} holds codes only, never a person's data. */
public record TimelineEntry(Instant at, Agency agency, Step what, String detail) {
    /** What can be done for a change. */
    public enum Step {
        REGISTERED,
        RECEIVED,
        HELD,
        TAX_DIVERGENT,
        ITEM_CLEARED,
        RELEASED,
        RESTORED,
        COMPLETED,
        CLEARANCE_REQUESTED,
        CLEARANCE_HELD,
        CLEARANCE_ISSUED,
        CLEARANCE_REVOKED,
        CLEARANCE_EXPIRED,
        CONDITIONS_UNMET,
        REFUSED,
        ANNULLED,
        WITHDRAWN
    }
}
