package io.hutong.exchange.agency;

import io.hutong.events.AgencyCode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What was changed about an agency, by whom: written once, never again. */
public record AgencyChange(
        AgencyCode agency,
        Instant at,
        String who,
        What what,
        @Nullable RegisteredAgency before,
        RegisteredAgency after) {

    /** Which part was changed. */
    public enum What {
        REGISTERED,
        PROFILE,
        GRANTS
    }
}
