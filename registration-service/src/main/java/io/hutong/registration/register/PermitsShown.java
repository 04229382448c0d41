package io.hutong.registration.register;

import io.hutong.events.Agency;
import io.hutong.events.AgencyCode;
import io.hutong.identity.BizId;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The permits of other departments, which the register shows beside its own facts. */
public interface PermitsShown {
    /** Whether a permit holds on the day on which it is looked at. */
    enum Standing {
        NOT_YET,
        IN_FORCE,
        EXPIRED,
        ENDED
    }

    /** One permit as everybody may see it. */
    record Shown(
            String permitType,
            String permitNo,
            Agency department,
            AgencyCode statedBy,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            @Nullable LocalDate endedOn,
            @Nullable String endReason,
            Standing standing) {}

    /** All permits that were ever stated about this business, with their standing on that day. */
    List<Shown> of(BizId bizId, LocalDate day);
}
