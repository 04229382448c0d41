package io.hutong.exchange.agency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hutong.exchange.agency.Grants.Verdict;
import io.hutong.identity.DivisionCode;
import io.hutong.time.EffectivePeriod;
import io.hutong.web.Problem;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class GrantsTest {
    private static final String GRANTED = "io.hutong.exchange.permit-granted.v1";
    private static final String ENDED = "io.hutong.exchange.permit-ended.v1";
    private static final LocalDate DAY = LocalDate.of(2026, 11, 24);

    @Test
    void nothing_is_allowed_before_the_first_grant() {
        assertThat(Grants.none().of(GRANTED, DAY)).isEqualTo(Verdict.TYPE_NOT_GRANTED);
    }

    @Test
    void a_grant_holds_for_its_types_from_its_first_day_through_its_last() {
        Grants grants = grants(grant("620702", DAY.minusDays(1), DAY));
        assertThat(grants.of(GRANTED, DAY.minusDays(2))).isEqualTo(Verdict.NOT_IN_FORCE);
        assertThat(grants.of(GRANTED, DAY.minusDays(1))).isEqualTo(Verdict.ALLOWED);
        assertThat(grants.of(GRANTED, DAY)).isEqualTo(Verdict.ALLOWED);
        assertThat(grants.of(GRANTED, DAY.plusDays(1))).isEqualTo(Verdict.NOT_IN_FORCE);
        assertThat(grants.of(ENDED, DAY)).isEqualTo(Verdict.TYPE_NOT_GRANTED);
    }

    @Test
    void a_division_covers_those_below_it_and_one_place_of_a_business_is_enough() {
        Grants township = grants(grant("620702102", DAY, DAY));
        assertThat(township.of(GRANTED, DAY, places("620702", "620702102003"))).isEqualTo(Verdict.ALLOWED);
        assertThat(township.of(GRANTED, DAY, places("620702", "620702101"))).isEqualTo(Verdict.FOREIGN_DIVISION);
        assertThat(township.of(GRANTED, DAY, places("620702"))).isEqualTo(Verdict.FOREIGN_DIVISION);
        Grants prefecture = grants(grant("620700", DAY, DAY));
        assertThat(prefecture.of(GRANTED, DAY, places("620721"))).isEqualTo(Verdict.ALLOWED);
        assertThat(prefecture.of(GRANTED, DAY, places("620802"))).isEqualTo(Verdict.FOREIGN_DIVISION);
    }

    @Test
    void the_division_of_an_expired_grant_does_not_count_for_one_in_force() {
        Grants grants = grants(grant("620721", DAY.minusDays(9), DAY.minusDays(1)), grant("620702", DAY, DAY));
        assertThat(grants.of(GRANTED, DAY, places("620721"))).isEqualTo(Verdict.FOREIGN_DIVISION);
        assertThat(grants.of(GRANTED, DAY, places("620702"))).isEqualTo(Verdict.ALLOWED);
    }

    @Test
    void a_grant_names_types_that_agencies_send_and_divisions() {
        assertThat(Grant.canBeSentIn(GRANTED)).isTrue();
        assertThat(Grant.canBeSentIn("io.hutong.tax.change-held.v1")).isFalse();
        assertThat(Grant.canBeSentIn("io.hutong.exchange.no-such-thing.v1")).isFalse();
        assertThatThrownBy(() -> new Grant(
                        Set.of("io.hutong.tax.change-held.v1"), places("620702"), new EffectivePeriod(DAY, null)))
                .isInstanceOf(Problem.class);
        assertThatThrownBy(() -> new Grant(Set.of(GRANTED), Set.of(), new EffectivePeriod(DAY, null)))
                .isInstanceOf(Problem.class);
    }

    private static Grants grants(Grant... grants) {
        return Grants.none().replacedBy(List.of(grants));
    }

    private static Grant grant(String division, LocalDate from, LocalDate through) {
        return new Grant(Set.of(GRANTED), places(division), new EffectivePeriod(from, through));
    }

    private static Set<DivisionCode> places(String... codes) {
        return java.util.Arrays.stream(codes).map(DivisionCode::of).collect(java.util.stream.Collectors.toSet());
    }
}
