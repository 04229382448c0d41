package io.hutong.registration.restriction.adapter;

import io.hutong.identity.BizId;
import io.hutong.registration.restriction.Restriction;
import io.hutong.registration.restriction.Restriction.Act;
import io.hutong.registration.restriction.Restriction.Kind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An order of an authority as the registrar sees it; it stands while nothing has lifted it. */
record RestrictionJson(
        UUID restrictionId,
        BizId bizId,
        Kind kind,
        boolean stands,
        ActJson imposed,
        @Nullable ActJson lifted) {
    /** Who ordered it by which document, and when it was recorded here. */
    record ActJson(String authority, String documentNo, LocalDate on, Instant recordedAt) {
        static ActJson of(Act act) {
            return new ActJson(act.authority(), act.documentNo(), act.on(), act.recordedAt());
        }
    }

    static RestrictionJson of(Restriction restriction) {
        Act lifted = restriction.lifted();
        return new RestrictionJson(
                restriction.id(),
                restriction.bizId(),
                restriction.kind(),
                restriction.stands(),
                ActJson.of(restriction.imposed()),
                lifted == null ? null : ActJson.of(lifted));
    }
}
