package io.hutong.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DecisionTest {
    private static final LocalDate DAY = LocalDate.of(2023, 5, 1);
    private static final Map<String, Value> GOOD = Map.of(
            "AGE",
            Value.number(18),
            "SUM",
            Value.fen(30_000_000),
            "OPENED",
            Value.day(DAY),
            "APPLIED",
            Value.day(DAY),
            "VETERAN",
            Value.NO,
            "DEVICE",
            Value.YES,
            "LICENCE",
            Value.YES,
            "TRADE",
            new Value.Choice("SHOP"));

    private final RuleSet rules = LoanRules.loaded();

    @Test
    void Kleene_logic_keeps_what_is_unknown_unless_the_rest_decides() {
        assertThat(Truth.NO.and(Truth.UNKNOWN)).isEqualTo(Truth.NO);
        assertThat(Truth.YES.and(Truth.UNKNOWN)).isEqualTo(Truth.UNKNOWN);
        assertThat(Truth.UNKNOWN.and(Truth.NO)).isEqualTo(Truth.NO);
        assertThat(Truth.YES.or(Truth.UNKNOWN)).isEqualTo(Truth.YES);
        assertThat(Truth.NO.or(Truth.UNKNOWN)).isEqualTo(Truth.UNKNOWN);
        assertThat(Truth.UNKNOWN.not()).isEqualTo(Truth.UNKNOWN);
    }

    @Test
    void every_type_is_compared_up_to_its_boundary() {
        assertThat(outcome()).contains("GRANT");
        assertThat(outcome("AGE", Value.number(17))).contains("REFUSE");
        assertThat(outcome("SUM", Value.fen(30_000_001))).contains("REFUSE");
        assertThat(outcome("OPENED", Value.day(DAY.plusDays(1)))).contains("REFUSE");
        assertThat(outcome("TRADE", new Value.Choice("FARM"))).contains("GRANT");
        assertThat(outcome("TRADE", new Value.Choice("OTHER"))).contains("REFUSE");
        assertThat(outcome("DEVICE", Value.NO)).contains("REFUSE");
    }

    @Test
    void not_applicable_counts_only_as_declared() {
        assertThat(outcome("DEVICE", Value.NOT_APPLICABLE)).contains("GRANT");
        assertThat(outcome("LICENCE", Value.NOT_APPLICABLE)).contains("GRANT");
        assertThat(outcome("AGE", Value.NOT_APPLICABLE)).isEmpty();
    }

    @Test
    void an_unknown_fact_stops_the_row_that_needs_it_and_is_named() {
        Decision decision = decide("AGE", Value.UNKNOWN);
        assertThat(decision.verdict()).isEqualTo(new Decision.Verdict.Undetermined(decision.rule(), List.of("AGE")));
        assertThat(decision.explain().outcome()).isEqualTo(Explanation.UNDETERMINED);
        assertThat(decision.explain().missing()).containsExactly("AGE");
    }

    @Test
    void a_fact_that_cannot_matter_any_more_does_not_stop_it() {
        Map<String, Value> values = new HashMap<>(GOOD);
        values.put("AGE", Value.UNKNOWN);
        values.put("DEVICE", Value.NO);
        assertThat(rules.decide(facts(values), DAY).outcome()).contains("REFUSE");
    }

    @Test
    void a_row_may_leave_the_unknown_to_those_after_it() {
        assertThat(outcome("VETERAN", Value.UNKNOWN)).contains("GRANT");
    }

    @Test
    void a_row_applies_only_within_its_own_validity() {
        Map<String, Value> values = new HashMap<>(GOOD);
        values.put("VETERAN", Value.YES);
        values.put("TRADE", new Value.Choice("FARM"));
        assertThat(rules.decide(facts(values), LocalDate.of(2022, 1, 1)).rule().id())
                .isEqualTo("VETERAN_FARMER");
        assertThat(rules.decide(facts(values), LocalDate.of(2021, 12, 31))
                        .rule()
                        .id())
                .isEqualTo("ALL_MET");
    }

    @Test
    void a_value_of_another_type_is_unknown() {
        assertThat(outcome("AGE", Value.YES)).isEmpty();
        assertThat(outcome("TRADE", new Value.Choice("BANK"))).isEmpty();
    }

    @Test
    void a_value_that_the_authority_has_not_set_is_no_answer() {
        RuleSet unset = LoanRules.read(LoanRules.TEXT.replace("value: 300000 yuan", "value: not-configured"))
                .versions("test.loan")
                .get(0);
        Decision decision = unset.decide(facts(GOOD), DAY);
        assertThat(decision.outcome()).isEmpty();
        assertThat(decision.verdict())
                .isEqualTo(new Decision.Verdict.Unset(decision.rule(), List.of(unset.setting("ceiling"))));
        assertThat(decision.explain().outcome()).isEqualTo(Explanation.NOT_CONFIGURED);
        assertThat(decision.explain().notConfigured()).containsExactly("ceiling");
        RuleSet passing = LoanRules.read(LoanRules.TEXT
                        .replace("value: 300000 yuan", "value: not-configured")
                        .replace("VETERAN is yes,", "SUM is at most $ceiling,"))
                .versions("test.loan")
                .get(0);
        Map<String, Value> farm = new HashMap<>(GOOD);
        farm.put("TRADE", new Value.Choice("FARM"));
        assertThat(passing.decide(facts(farm), DAY).rule().id()).isEqualTo("VETERAN_FARMER");
        assertThat(passing.decide(facts(farm), DAY).outcome()).isEmpty();
    }

    @Test
    void the_explanation_tells_rule_conditions_clauses_and_the_origin_of_each_fact() {
        Instant recorded = Instant.parse("2023-04-01T02:00:00Z");
        Fact age = new Fact(Value.number(17), "POLICE", LocalDate.of(2023, 4, 1), recorded, "row 7");
        Explanation why = rules.decide(facts(GOOD).with("AGE", age), DAY).explain();
        assertThat(why.ruleSetName()).isEqualTo("test.loan/1");
        assertThat(why.outcome()).isEqualTo("REFUSE");
        assertThat(why.reason().rule()).isEqualTo("REST");
        Explanation.Step grown = why.conditions().stream()
                .filter(step -> step.id().equals("grown"))
                .findFirst()
                .orElseThrow();
        assertThat(grown.result()).isEqualTo(Truth.NO);
        assertThat(grown.clause()).isEqualTo(new Clause("a1", new Bilingual("第一条", "art. 1")));
        assertThat(grown.facts()).containsExactly(new Explanation.Used("AGE", new Bilingual("年龄", "age"), age));
        assertThat(why.turns())
                .anySatisfy(turn -> assertThat(turn.values()).isEqualTo(Map.of("AGE", Value.number(18))));
        assertThat(why.toJson())
                .contains("\"ruleSet\":\"test.loan\"", "\"version\":\"1\"", "\"source\":\"POLICE\"")
                .contains("\"recordedAt\":\"2023-04-01T02:00:00Z\"", "\"reference\":\"row 7\"", "\"zh\":\"第一条\"")
                .contains("\"from\":\"17\",\"to\":\"18\"");
    }

    @Test
    void the_smallest_changes_name_boundaries_and_never_what_is_permanent() {
        Map<String, Value> poor = new HashMap<>(GOOD);
        poor.put("SUM", Value.fen(40_000_000));
        List<Turn> turns = rules.decide(facts(poor), DAY).turns();
        assertThat(turns)
                .extracting(Turn::values)
                .containsExactlyInAnyOrder(
                        Map.of("SUM", Value.fen(30_000_000)),
                        Map.of("VETERAN", Value.YES, "TRADE", new Value.Choice("FARM")));
        poor.put("VETERAN", Value.YES);
        poor.put("TRADE", new Value.Choice("FARM"));
        assertThat(rules.decide(facts(poor), DAY).turns())
                .isNotEmpty()
                .allSatisfy(turn -> assertThat(turn.values()).doesNotContainKey("VETERAN"));
    }

    private java.util.Optional<String> outcome() {
        return rules.decide(facts(GOOD), DAY).outcome();
    }

    private java.util.Optional<String> outcome(String fact, Value value) {
        return decide(fact, value).outcome();
    }

    private Decision decide(String fact, Value value) {
        return rules.decide(facts(GOOD).with(Map.of(fact, value)), DAY);
    }

    private static Facts facts(Map<String, Value> values) {
        Map<String, Fact> facts = new HashMap<>();
        values.forEach((name, value) -> facts.put(name, Fact.of(value, "TEST")));
        return new Facts(facts);
    }
}
