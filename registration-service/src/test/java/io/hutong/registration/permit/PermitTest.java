package io.hutong.registration.permit;

import static org.assertj.core.api.Assertions.assertThat;

import io.hutong.events.Agency;
import io.hutong.events.AgencyCode;
import io.hutong.events.ExchangeEvent.PermitEnded.Reason;
import io.hutong.registration.register.PermitsShown.Standing;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PermitTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 5);
    private static final LocalDate LAST = LocalDate.of(2031, 1, 4);

    @Test
    void a_permit_holds_on_its_first_and_on_its_last_day_and_not_beside_them() {
        Permit permit = permit(LAST, null);
        assertThat(permit.standing(FIRST.minusDays(1))).isEqualTo(Standing.NOT_YET);
        assertThat(permit.standing(FIRST)).isEqualTo(Standing.IN_FORCE);
        assertThat(permit.standing(LAST)).isEqualTo(Standing.IN_FORCE);
        assertThat(permit.standing(LAST.plusDays(1))).isEqualTo(Standing.EXPIRED);
    }

    @Test
    void without_a_last_day_it_holds_until_it_is_ended() {
        assertThat(permit(null, null).standing(LocalDate.of(2099, 1, 1))).isEqualTo(Standing.IN_FORCE);
        Permit revoked = permit(null, new Permit.End(LAST, Reason.REVOKED));
        assertThat(revoked.standing(LAST.minusDays(1))).isEqualTo(Standing.IN_FORCE);
        assertThat(revoked.standing(LAST)).isEqualTo(Standing.ENDED);
    }

    @Test
    void an_end_by_the_lapse_of_time_is_shown_as_such() {
        assertThat(permit(LAST, new Permit.End(FIRST.plusDays(9), Reason.EXPIRED))
                        .standing(FIRST.plusDays(9)))
                .isEqualTo(Standing.EXPIRED);
    }

    @Test
    void a_term_runs_forward_or_is_one_day() {
        assertThat(new Permit.Term(FIRST, FIRST).backward()).isFalse();
        assertThat(new Permit.Term(FIRST, null).backward()).isFalse();
        assertThat(new Permit.Term(FIRST, FIRST.minusDays(1)).backward()).isTrue();
    }

    private static Permit permit(@Nullable LocalDate to, Permit.@Nullable End end) {
        return new Permit(
                new Permit.Key("BUILDING_WORKS", "1"),
                AgencyCode.of("HUD-620702"),
                Agency.HUD,
                new Permit.Term(FIRST, to),
                end);
    }
}
