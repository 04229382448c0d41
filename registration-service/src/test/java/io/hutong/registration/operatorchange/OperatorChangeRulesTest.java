package io.hutong.registration.operatorchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.hutong.events.Document.Type;
import io.hutong.events.OperatorChangeKind;
import io.hutong.events.Regime;
import io.hutong.registration.operatorchange.OperatorChangeConditions.Answer;
import io.hutong.registration.operatorchange.OperatorChangeConditions.Application;
import io.hutong.registration.operatorchange.OperatorChangeConditions.Point;
import io.hutong.rules.Fact;
import io.hutong.rules.Value;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class OperatorChangeRulesTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final LocalDate OLD = LocalDate.of(2020, 1, 1);
    private static final Map<String, Value> PROMISED = Map.of("DEBTS_SETTLED", Value.YES, "OTHERS_PROMISED", Value.YES);

    private final OperatorChangeRegime regime = OperatorChangeRegime.bundled();
    private final OperatorChangeConditions conditions = OperatorChangeConditions.bundled();

    @ParameterizedTest
    @CsvSource({
        "INTER_VIVOS,     2025-07-14, POST_SYNC,     true,  2022.1",
        "INHERITANCE,     2025-07-14, POST_SYNC,     true,  2022.1",
        "FAMILY_INTERNAL, 2025-07-14, POST_SYNC,     true,  2022.1",
        "NAME_ONLY,       2025-07-14, POST_SYNC,     false, 2022.1",
        "INTER_VIVOS,     2025-07-15, PRE_CLEARANCE, true,  2025.1",
        "INHERITANCE,     2025-07-15, PRE_CLEARANCE, true,  2025.1",
        "FAMILY_INTERNAL, 2025-07-15, POST_SYNC,     true,  2025.1",
        "NAME_ONLY,       2025-07-15, POST_SYNC,     false, 2025.1"
    })
    void the_regime_follows_day_and_kind(
            OperatorChangeKind kind, LocalDate day, Regime expected, boolean gate, String version) {
        OperatorChangeRegime.Chosen chosen = regime.of(kind, day);
        assertThat(chosen.regime()).isEqualTo(expected);
        assertThat(chosen.gate()).isEqualTo(gate);
        assertThat(chosen.ruleSet()).isEqualTo("registration.operator-change-regime/" + version);
        assertThat(chosen.explanation().outcome()).isEqualTo(expected.name());
    }

    @ParameterizedTest
    @CsvSource({
        "INTER_VIVOS,     APPLICATION PROMISE OPERATOR_ID",
        "INHERITANCE,     APPLICATION PROMISE OPERATOR_ID INHERITANCE_PROOF",
        "FAMILY_INTERNAL, APPLICATION OPERATOR_ID",
        "NAME_ONLY,       APPLICATION OPERATOR_ID"
    })
    void each_kind_needs_its_papers(OperatorChangeKind kind, String papers) {
        assertThat(conditions.documents(kind, DAY)).extracting(Type::name).containsExactly(papers.split(" "));
        assertThat(conditions.missing(kind, DAY, Set.of(Type.APPLICATION, Type.OPERATOR_ID)))
                .doesNotContain(Type.APPLICATION, Type.OPERATOR_ID);
    }

    @Test
    void promises_stand_in_while_no_agency_knows_anything() {
        assertThat(check(OperatorChangeKind.INTER_VIVOS, OLD, PROMISED)).isInstanceOf(Answer.Met.class);
        assertThat(check(OperatorChangeKind.FAMILY_INTERNAL, OLD, Map.of())).isInstanceOf(Answer.Met.class);
        assertThat(check(OperatorChangeKind.NAME_ONLY, OLD, Map.of())).isInstanceOf(Answer.Met.class);
    }

    @Test
    void without_a_promise_every_unanswered_condition_is_named_with_who_answers() {
        assertThat(check(OperatorChangeKind.INTER_VIVOS, OLD, Map.of()))
                .isInstanceOfSatisfying(
                        Answer.Open.class,
                        open -> assertThat(open.unanswered())
                                .extracting(Point::condition, Point::answeredBy)
                                .containsExactly(
                                        org.assertj.core.groups.Tuple.tuple("C1", "APPLICANTS"),
                                        org.assertj.core.groups.Tuple.tuple("C3", "AMR_CREDIT"),
                                        org.assertj.core.groups.Tuple.tuple("C4", "AMR_CREDIT"),
                                        org.assertj.core.groups.Tuple.tuple("C5", "AMR_ENFORCEMENT"),
                                        org.assertj.core.groups.Tuple.tuple("C6", "AMR_ASSISTANCE")));
    }

    @ParameterizedTest
    @CsvSource({
        "DEBTS_SETTLED, no, C1",
        "LAST_REPORT_FILED, no, C3",
        "LISTED, yes, C4",
        "CASE_OPEN, yes, C5",
        "FROZEN, yes, C6"
    })
    void a_broken_condition_refuses_whatever_is_promised(String fact, String value, String condition) {
        for (OperatorChangeKind kind : List.of(
                OperatorChangeKind.INTER_VIVOS, OperatorChangeKind.FAMILY_INTERNAL, OperatorChangeKind.INHERITANCE)) {
            Map<String, Value> values = new HashMap<>(PROMISED);
            values.put(fact, Value.of(value.equals("yes")));
            assertThat(check(kind, OLD, values))
                    .isInstanceOfSatisfying(
                            Answer.Refused.class,
                            refused -> assertThat(refused.broken())
                                    .extracting(Point::condition)
                                    .containsExactly(condition));
        }
    }

    @Test
    void no_annual_report_is_asked_of_a_business_less_than_a_year_old() {
        Map<String, Value> values = new HashMap<>(PROMISED);
        values.put("LAST_REPORT_FILED", Value.NO);
        assertThat(check(OperatorChangeKind.INTER_VIVOS, DAY.minusYears(1).plusDays(1), values))
                .isInstanceOf(Answer.Met.class);
        assertThat(check(OperatorChangeKind.INTER_VIVOS, DAY.minusYears(1), values))
                .isInstanceOf(Answer.Refused.class);
    }

    @Test
    void tax_answers_for_C2() {
        assertThat(conditions.answeredBy("C2", DAY)).isEqualTo("TAX");
    }

    private Answer check(OperatorChangeKind kind, LocalDate establishedOn, Map<String, Value> values) {
        Map<String, Fact> facts = new HashMap<>();
        values.forEach((name, value) -> facts.put(name, Fact.of(value, "TEST")));
        return conditions.check(new Application(kind, DAY, establishedOn, facts));
    }
}
