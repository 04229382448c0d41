package io.hutong.credit.repair;

import static org.assertj.core.api.Assertions.assertThat;

import io.hutong.credit.filing.Subject;
import io.hutong.credit.repair.RepairCase.Said;
import io.hutong.credit.repair.RepairTargets.Found;
import io.hutong.events.RepairTarget;
import io.hutong.identity.RepairTargetId;
import io.hutong.rules.Turn;
import io.hutong.web.Violation;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Conditions and clocks of repair on both sides of 1 April 2026. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RepairRulesTest {
    private static final LocalDate OLD = LocalDate.of(2026, 3, 31);
    private static final LocalDate NEW = LocalDate.of(2026, 4, 1);
    private static final Said ALL = new Said(true, true, true);

    private final RepairRules rules = RepairRules.bundled();

    @ParameterizedTest
    @CsvSource({
        "PENALTY,        2026-03-31, 2026-04-02, 2026-04-23, ",
        "ABNORMAL_ENTRY, 2026-03-31, 2026-04-02, 2026-04-09, ",
        "SERIOUS_ENTRY,  2026-03-31, 2026-04-02, 2026-04-23, ",
        "PENALTY,        2026-04-01, 2026-04-07, 2026-04-13, 2026-04-27",
        "ABNORMAL_ENTRY, 2026-04-01, 2026-04-07, 2026-04-09, ",
        "SERIOUS_ENTRY,  2026-04-01, 2026-04-03, 2026-04-23, ",
        "PENALTY,        2026-09-28, 2026-10-08, 2026-04-13, 2026-04-27",
    })
    void each_step_has_its_last_day(
            RepairTarget target, LocalDate asked, LocalDate acceptBy, LocalDate decideBy, String extended) {
        LocalDate accepted = LocalDate.of(2026, 4, 1);
        assertThat(rules.acceptBy(target, asked)).isEqualTo(acceptBy);
        assertThat(rules.decideBy(target, asked, accepted)).isEqualTo(decideBy);
        assertThat(rules.extended(target, asked, decideBy))
                .isEqualTo(extended == null ? null : LocalDate.parse(extended));
    }

    @Test
    void false_material_bars_for_three_years_under_the_new_rules_only() {
        assertThat(rules.barredUntil(OLD, NEW)).isNull();
        assertThat(rules.barredUntil(NEW, NEW)).isEqualTo(LocalDate.of(2029, 4, 1));
    }

    @Test
    void the_shortest_period_is_over_on_the_day_after_its_last() {
        Found found = penalty(true, false, false);
        assertThat(unmet(found, ALL, NEW, LocalDate.of(2026, 7, 8))).containsExactly("too-early");
        assertThat(unmet(found, ALL, NEW, LocalDate.of(2026, 7, 9))).isEmpty();
    }

    @Test
    void every_condition_that_is_not_met_is_named_with_its_clause_and_the_smallest_change() {
        var assessment = rules.assess(penalty(true, false, false), new Said(false, false, false), NEW, NEW);
        assertThat(assessment.eligible()).isFalse();
        assertThat(assessment.unmet())
                .extracting(Violation::code)
                .containsExactly("too-early", "not-fulfilled", "not-corrected", "no-promise");
        assertThat(assessment.unmet().get(3).en())
                .isEqualTo("no public promise is given (Credit Repair (NDRC Order 36))");
        List<Turn> turns = assessment.explanation().turns();
        assertThat(turns).hasSize(1);
        assertThat(turns.get(0).values().keySet())
                .containsExactlyInAnyOrder("SHORTEST_OVER", "FULFILLED", "CORRECTED", "PROMISED");
        assertThat(turns.get(0).outcome()).isEqualTo("ELIGIBLE");
    }

    @Test
    void another_list_and_a_second_penalty_of_the_kind_count_under_both_rules() {
        Found found = penalty(true, true, true);
        LocalDate later = LocalDate.of(2026, 7, 9);
        assertThat(unmet(found, ALL, OLD, later)).containsExactly("same-kind-again", "in-another-list");
        assertThat(unmet(found, ALL, NEW, later)).containsExactly("same-kind-again", "in-another-list");
        assertThat(unmet(penalty(false, false, false), ALL, NEW, later)).containsExactly("not-repairable");
    }

    private List<String> unmet(Found found, Said said, LocalDate asked, LocalDate today) {
        return rules.assess(found, said, asked, today).unmet().stream()
                .map(Violation::code)
                .toList();
    }

    private static Found penalty(boolean repairable, boolean again, boolean listed) {
        var subject = new Subject(RepairTarget.PENALTY, new RepairTargetId(UUID.randomUUID()));
        LocalDate shownFrom = LocalDate.of(2026, 4, 8);
        return new Found(subject, "1号", shownFrom, LocalDate.of(2026, 7, 8), repairable, again, listed);
    }
}
