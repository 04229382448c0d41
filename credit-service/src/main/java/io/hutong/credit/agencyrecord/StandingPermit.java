package io.hutong.credit.agencyrecord;

import io.hutong.credit.agencyrecord.Permit.Standing;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A permit that has not ended, as a profile shows it; without a last day it holds until it is ended. */
public record StandingPermit(
        String permitType,
        String permitNo,
        LocalDate validFrom,
        @Nullable LocalDate until) {
    private static final Set<Standing> STANDING = Set.of(Standing.IN_FORCE, Standing.NOT_YET);

    /** Those that hold on that day, or will. */
    static List<StandingPermit> among(List<Permit> permits, LocalDate day) {
        return permits.stream()
                .filter(permit -> STANDING.contains(permit.standing(day)))
                .map(permit -> new StandingPermit(
                        permit.key().permitType(), permit.key().permitNo(), permit.validFrom(), permit.lastDay()))
                .toList();
    }
}
