package io.hutong.credit.agencyrecord;

import io.hutong.identity.BizId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * An officer's word that nothing is missing among what credit holds of a kind of records, by which the doubt of then ended. It is
 * never changed.
 */
public record Confirmation(UUID id, BizId bizId, Doubt ended, List<StandingPermit> permits, Ground ground) {
    /** How it was found out, for example the number of the departments' letter; who confirmed it, and when. */
    public record Ground(String basis, String by, Instant at) {}

    public Confirmation {
        permits = List.copyOf(permits);
    }
}
