package io.hutong.registration.restriction;

import io.hutong.identity.BizId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an authority or a court ordered against a business, which stands until it is lifted (Order 103 art. 18 (5) and (6), art. 29).
 * Neither order nor lifting is ever edited.
 */
public record Restriction(
        UUID id,
        BizId bizId,
        Kind kind,
        Act imposed,
        @Nullable Act lifted) {
    /** What it is: an open case, a coercive measure or an unpaid fine (C5), or a freeze or limit of registration (C6). */
    public enum Kind {
        CASE,
        FREEZE
    }

    /** Who ordered it, by which document, from which day, and who recorded it here when. */
    public record Act(String authority, String documentNo, LocalDate on, Instant recordedAt, String recordedBy) {}

    public boolean stands() {
        return lifted == null;
    }

    Restriction lifted(Act by) {
        return new Restriction(id, bizId, kind, imposed, by);
    }
}
