package io.hutong.credit.abnormallist;

import static org.assertj.core.api.Assertions.assertThat;

import io.hutong.events.AbnormalGround;
import java.time.LocalDate;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ListRulesTest {
    private static final LocalDate DAY = LocalDate.of(2026, 7, 1);
    private final ListRules rules = ListRules.bundled();

    @ParameterizedTest
    @EnumSource(AbnormalGround.class)
    void every_ground_has_a_deadline_and_only_missing_reports_are_repaired_by_the_system(AbnormalGround ground) {
        assertThat(rules.listBy(ground, DAY)).isEqualTo(LocalDate.of(2026, 7, 15));
        assertThat(rules.removeBy(ground, DAY)).isEqualTo(LocalDate.of(2026, 7, 8));
        assertThat(rules.automaticRepair(ground, DAY)).isEqualTo(ground == AbnormalGround.ABN_REPORT);
    }

    @Test
    void a_decision_has_a_number_of_its_year() {
        assertThat(rules.decisionNo(DecisionKind.LISTING, 17, DAY)).isEqualTo("甘市监异列字〔2026〕17号");
        assertThat(rules.decisionNo(DecisionKind.REMOVAL, 3, DAY)).isEqualTo("甘市监异移字〔2026〕3号");
    }
}
