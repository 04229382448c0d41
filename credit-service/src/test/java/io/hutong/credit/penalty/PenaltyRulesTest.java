package io.hutong.credit.penalty;

import static org.assertj.core.api.Assertions.assertThat;

import io.hutong.credit.penalty.Penalty.Decision;
import io.hutong.credit.penalty.Penalty.Procedure;
import io.hutong.credit.penalty.Penalty.Sector;
import io.hutong.events.Money;
import io.hutong.events.PenaltyKind;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What penalties weigh on both sides of 1 April 2026. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class PenaltyRulesTest {
    private final PenaltyRules rules = PenaltyRules.bundled();

    @ParameterizedTest
    @CsvSource({
        "2026-03-31, WARNING,           0, ORDINARY, false, MINOR   NO   NONE  3-3   no",
        "2026-03-31, FINE,           8000, SIMPLE,   false, MINOR   NO   LARGE 3-3   no",
        "2026-03-31, CRITICISM,         0, ORDINARY, false, MINOR   MUST NONE  3-3   no",
        "2026-03-31, FINE,           5000, ORDINARY, false, MINOR   MUST SMALL 3-3   no",
        "2026-03-31, FINE,        5000.01, ORDINARY, false, GENERAL MUST LARGE 6-36  yes",
        "2026-03-31, FINE,         200000, ORDINARY, true,  GENERAL MUST HUGE  6-36  yes",
        "2026-03-31, LICENCE_SUSPENDED, 0, ORDINARY, false, GENERAL MUST NONE  6-36  yes",
        "2026-03-31, LICENCE_REVOKED,   0, ORDINARY, false, SERIOUS MUST NONE  36-36 no",
        "2026-03-31, CLOSURE,           0, ORDINARY, false, SERIOUS MUST NONE  36-36 no",
        "2026-03-31, BUSINESS_LIMITED,  0, ORDINARY, false, SERIOUS MUST NONE  36-36 no",
        "2026-04-01, WARNING,           0, ORDINARY, true,  MINOR   NO   NONE  0-3   yes",
        "2026-04-01, FINE,           8000, SIMPLE,   false, MINOR   NO   LARGE 0-3   yes",
        "2026-04-01, CRITICISM,         0, ORDINARY, false, MINOR   MAY  NONE  0-3   yes",
        "2026-04-01, FINE,           5000, ORDINARY, false, MINOR   MAY  SMALL 0-3   yes",
        "2026-04-01, FINE,        5000.01, ORDINARY, false, GENERAL MUST LARGE 3-12  yes",
        "2026-04-01, CONFISCATION,      0, ORDINARY, false, GENERAL MUST NONE  3-12  yes",
        "2026-04-01, FINE,           5000, ORDINARY, true,  SERIOUS MUST SMALL 12-36 yes",
        "2026-04-01, FINE,         200000, ORDINARY, false, SERIOUS MUST HUGE  12-36 yes",
        "2026-04-01, LICENCE_SUSPENDED, 0, ORDINARY, false, SERIOUS MUST NONE  12-36 yes",
        "2026-04-01, CLOSURE,           0, ORDINARY, false, SERIOUS MUST NONE  12-36 yes",
        "2026-04-01, LICENCE_REVOKED,   0, ORDINARY, false, SERIOUS MUST NONE  12-36 yes",
        "2026-04-01, BUSINESS_LIMITED,  0, ORDINARY, false, SERIOUS MUST NONE  12-36 yes",
    })
    void a_penalty_weighs_what_the_rules_of_its_day_say(
            LocalDate on, PenaltyKind kind, BigDecimal yuan, Procedure procedure, boolean repeated, String expected) {
        assertThat(weight(new Decision("1号", kind, Money.ofYuan(yuan), procedure, repeated, Sector.OTHER, on, null)))
                .isEqualTo(expected.replaceAll(" +", " "));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-31, FOOD,              FINE,            GENERAL MUST LARGE 12-36 yes",
        "2026-03-31, DRUGS,             FINE,            GENERAL MUST LARGE 12-36 yes",
        "2026-03-31, SPECIAL_EQUIPMENT, FINE,            GENERAL MUST LARGE 12-36 yes",
        "2026-03-31, OTHER,             FINE,            GENERAL MUST LARGE 6-36 yes",
        "2026-03-31, FOOD,              LICENCE_REVOKED, SERIOUS MUST LARGE 36-36 no",
        "2026-03-31, FOOD,              CRITICISM,       MINOR MUST LARGE 3-3 no",
        "2026-04-01, FOOD,              FINE,            GENERAL MUST LARGE 3-12 yes",
    })
    void food_drugs_and_special_equipment_waited_a_year_under_the_older_rules(
            LocalDate on, Sector sector, PenaltyKind kind, String expected) {
        var decision = new Decision(
                "1号", kind, Money.ofYuan(new BigDecimal(8000)), Procedure.ORDINARY, false, sector, on, null);
        assertThat(weight(decision)).isEqualTo(expected);
    }

    private String weight(Decision decision) {
        Penalty.Weight weight = rules.weigh(decision);
        return weight.severity() + " " + weight.publish() + " " + weight.band() + " " + weight.shortest() + "-"
                + weight.longest() + " " + (weight.repairable() ? "yes" : "no");
    }

    @Test
    void publication_and_withdrawal_have_last_days_that_step_over_the_holidays() {
        assertThat(rules.publishBy(LocalDate.of(2026, 9, 28))).isEqualTo(LocalDate.of(2026, 10, 30));
        assertThat(rules.withdrawBy(LocalDate.of(2026, 9, 30))).isEqualTo(LocalDate.of(2026, 10, 10));
    }
}
