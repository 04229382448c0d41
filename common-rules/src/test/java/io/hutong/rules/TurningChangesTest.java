package io.hutong.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** On rule sets and cases made at random: what is suggested turns the decision, nothing less does, nothing is missing. */
class TurningChangesTest {
    private static final LocalDate DAY = LocalDate.of(2024, 1, 1);
    private static final List<String> LEAVES = List.of(
            "A is yes",
            "A is no",
            "B is yes",
            "B is not yes",
            "C is unknown",
            "C is no",
            "D is yes",
            "D is not applicable",
            "K is X",
            "K is one of X, Y",
            "N is at least 3",
            "N is less than 7",
            "N is 5",
            "M is more than N");
    private static final Map<String, List<Value>> VALUES = Map.of(
            "A", List.of(Value.YES, Value.NO),
            "B", List.of(Value.YES, Value.NO),
            "C", List.of(Value.YES, Value.NO),
            "D", List.of(Value.YES, Value.NO, Value.NOT_APPLICABLE),
            "K", List.of(new Value.Choice("X"), new Value.Choice("Y"), new Value.Choice("Z")));

    @Property(tries = 600)
    void applying_one_turns_the_decision_and_no_part_of_it_does(
            @ForAll("ruleSets") String text, @ForAll("cases") Map<String, Value> values) {
        RuleSet rules = LoanRules.read(text).versions("r").get(0);
        Facts facts = facts(values);
        Optional<String> now = rules.decide(facts, DAY).outcome();
        for (Turn turn : rules.decide(facts, DAY).turns()) {
            assertThat(rules.decide(facts.with(turn.values()), DAY).outcome())
                    .contains(turn.outcome())
                    .isNotEqualTo(now);
            assertThat(turn.values()).doesNotContainKey("P").doesNotContainValue(Value.UNKNOWN);
            for (Map<String, Value> part : properParts(turn.values())) {
                assertThat(turns(rules, facts, part)).isFalse();
            }
        }
    }

    @Property(tries = 300)
    void every_smallest_change_is_found(
            @ForAll("plainRuleSets") String text, @ForAll("cases") Map<String, Value> values) {
        RuleSet rules = LoanRules.read(text).versions("r").get(0);
        Facts facts = facts(values);
        Set<Map<String, Value>> found = new HashSet<>();
        rules.decide(facts, DAY).turns().forEach(turn -> found.add(turn.values()));
        assertThat(found).isEqualTo(byTrying(rules, facts, values));
    }

    /** All smallest changes of the facts with few values, by trying every one. */
    private static Set<Map<String, Value>> byTrying(RuleSet rules, Facts facts, Map<String, Value> values) {
        List<Map<String, Value>> all = new ArrayList<>(List.of(Map.of()));
        for (String fact : VALUES.keySet()) {
            List<Map<String, Value>> more = new ArrayList<>(all);
            for (Value value : VALUES.getOrDefault(fact, List.of())) {
                if (!value.equals(values.get(fact))) {
                    all.forEach(set -> {
                        Map<String, Value> longer = new HashMap<>(set);
                        longer.put(fact, value);
                        more.add(longer);
                    });
                }
            }
            all = more;
        }
        Set<Map<String, Value>> turning = new HashSet<>();
        all.stream().filter(set -> turns(rules, facts, set)).forEach(turning::add);
        Set<Map<String, Value>> smallest = new HashSet<>(turning);
        smallest.removeIf(set -> properParts(set).stream().anyMatch(turning::contains));
        return smallest;
    }

    private static boolean turns(RuleSet rules, Facts facts, Map<String, Value> changes) {
        Optional<String> then = rules.decide(facts.with(changes), DAY).outcome();
        return then.isPresent() && !then.equals(rules.decide(facts, DAY).outcome());
    }

    private static List<Map<String, Value>> properParts(Map<String, Value> set) {
        List<Map.Entry<String, Value>> changes = new ArrayList<>(set.entrySet());
        List<Map<String, Value>> parts = new ArrayList<>();
        for (int part = 0; part < (1 << changes.size()) - 1; part++) {
            Map<String, Value> some = new HashMap<>();
            for (int index = 0; index < changes.size(); index++) {
                if ((part & (1 << index)) != 0) {
                    some.put(changes.get(index).getKey(), changes.get(index).getValue());
                }
            }
            parts.add(some);
        }
        return parts;
    }

    @Provide
    Arbitrary<String> ruleSets() {
        return ruleSetsOf(Arbitraries.of(LEAVES));
    }

    @Provide
    Arbitrary<String> plainRuleSets() {
        return ruleSetsOf(Arbitraries.of(LEAVES.subList(0, LEAVES.indexOf("N is at least 3"))));
    }

    private static Arbitrary<String> ruleSetsOf(Arbitrary<String> leaves) {
        Arbitrary<String> expressions = expressions(leaves.map(leaf -> "\"" + leaf + "\""), 3);
        Arbitrary<String> rows = Combinators.combine(
                        expressions, Arbitraries.of("stop", "next"), Arbitraries.of("ONE", "TWO", "THREE"))
                .as((when, unknown, outcome) -> "when: " + when + ", ifUnknown: " + unknown + ", outcome: " + outcome);
        return rows.list().ofMinSize(1).ofMaxSize(4).map(TurningChangesTest::text);
    }

    private static Arbitrary<String> expressions(Arbitrary<String> leaves, int depth) {
        if (depth == 0) {
            return leaves;
        }
        Arbitrary<String> inner = expressions(leaves, depth - 1);
        return Arbitraries.oneOf(
                leaves,
                inner.map(part -> "{not: " + part + "}"),
                inner.list().ofMinSize(1).ofMaxSize(3).map(parts -> "{all: [" + String.join(", ", parts) + "]}"),
                inner.list().ofMinSize(1).ofMaxSize(3).map(parts -> "{any: [" + String.join(", ", parts) + "]}"));
    }

    private static String text(List<String> rows) {
        StringBuilder text = new StringBuilder("""
                ruleSet: r
                version: "1"
                zh: 规则
                en: rules
                from: 2020-01-01
                clause: a
                law: {a: {zh: 甲, en: a}}
                facts:
                  A: {type: yes-no, zh: 甲, en: a}
                  B: {type: yes-no, zh: 乙, en: b}
                  C: {type: yes-no, zh: 丙, en: c}
                  D: {type: yes-no, notApplicable: allowed, zh: 丁, en: d}
                  K: {type: choice, choices: [X, Y, Z], zh: 类, en: k}
                  N: {type: number, zh: 数, en: n}
                  M: {type: number, zh: 数, en: m}
                rules:
                """);
        for (int row = 0; row < rows.size(); row++) {
            text.append("  - {rule: R" + row + ", zh: 行, en: row, clause: a, " + rows.get(row) + "}\n");
        }
        return text.append("  - {rule: END, zh: 其余, en: rest, clause: a, when: otherwise, outcome: REST}\n")
                .toString();
    }

    @Provide
    Arbitrary<Map<String, Value>> cases() {
        Arbitrary<Value> answers = Arbitraries.of(Value.YES, Value.NO, Value.UNKNOWN);
        Arbitrary<Value> devices = Arbitraries.of(Value.YES, Value.NO, Value.UNKNOWN, Value.NOT_APPLICABLE);
        Arbitrary<Value> kinds = Arbitraries.of("X", "Y", "Z", "?")
                .map(code -> code.equals("?") ? Value.UNKNOWN : new Value.Choice(code));
        Arbitrary<Value> numbers =
                Arbitraries.integers().between(0, 10).map(n -> n == 10 ? Value.UNKNOWN : Value.number(n));
        return Combinators.combine(answers, answers, answers, devices, kinds, numbers, numbers)
                .as((a, b, c, d, k, n, m) ->
                        new TreeMap<>(Map.of("A", a, "B", b, "C", c, "D", d, "K", k, "N", n, "M", m)));
    }

    private static Facts facts(Map<String, Value> values) {
        Map<String, Fact> facts = new HashMap<>();
        values.forEach((name, value) -> facts.put(name, Fact.of(value, "TEST")));
        return new Facts(facts);
    }
}
