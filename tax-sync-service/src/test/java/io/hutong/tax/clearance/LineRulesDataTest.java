package io.hutong.tax.clearance;

import static org.assertj.core.api.Assertions.assertThat;

import io.hutong.events.CertificatePurpose;
import io.hutong.events.ChangeKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LineRulesDataTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private final ChangeLineTable line = ChangeLineTable.bundled();

    @Test
    void only_operator_changes_what_depends_on_the_tenure_and_later_facts_behind_earlier_ones_wait() {
        List<String> waiting = new ArrayList<>();
        for (ChangeKind later : ChangeKind.values()) {
            for (ChangeKind earlier : ChangeKind.values()) {
                if (line.waitsBehind(later, earlier, DAY)) {
                    waiting.add(later + " behind " + earlier);
                }
            }
        }
        assertThat(waiting)
                .containsExactlyInAnyOrder(
                        "OPERATOR behind OPERATOR",
                        "OPERATOR_NAME behind OPERATOR",
                        "OPERATOR behind OPERATOR_NAME",
                        "FACTS behind FACTS");
    }

    @Test
    void annulment_withdrawal_deregistration_and_conversion_act_on_the_line() {
        assertThat(line.actOf("ANNULMENT", DAY)).contains(ChangeLineTable.Act.CANCEL);
        assertThat(line.actOf("WITHDRAWAL", DAY)).contains(ChangeLineTable.Act.CANCEL);
        assertThat(line.actOf("DEREGISTRATION", DAY)).contains(ChangeLineTable.Act.CANCEL);
        assertThat(line.actOf("CONVERSION", DAY)).contains(ChangeLineTable.Act.OFFICER);
        assertThat(line.actOf("FACTS", DAY)).isEmpty();
        assertThat(line.version(DAY)).isEqualTo("tax.change-line/2024.2");
    }

    @Test
    void a_certificate_serves_as_long_as_the_authority_says_and_not_at_all_where_it_says_nothing() {
        CertificateTerms terms = CertificateTerms.bundled();
        assertThat(terms.lastDay(CertificatePurpose.OPERATOR_CHANGE, DAY)).contains(LocalDate.of(2026, 4, 1));
        assertThat(terms.lastDay(CertificatePurpose.CONVERT, DAY)).isEmpty();
    }
}
