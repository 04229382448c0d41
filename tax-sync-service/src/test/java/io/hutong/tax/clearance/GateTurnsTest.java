package io.hutong.tax.clearance;

import static org.assertj.core.api.Assertions.assertThat;

import io.hutong.rules.Fact;
import io.hutong.rules.FactDeclaration;
import io.hutong.rules.Facts;
import io.hutong.rules.RuleFile;
import io.hutong.rules.RuleSet;
import io.hutong.rules.RuleSets;
import io.hutong.rules.Turn;
import io.hutong.rules.Value;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The smallest changes that the gate suggests: one turns the decision, no part of it does, and one is always there. */
class GateTurnsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final RuleSet GATE = RuleSets.load(
                    RuleFile.resource(ClearanceGate.class, "/rules/operator-change-gate.yaml"))
            .on(ClearanceGate.RULE_SET, DAY);

    @Property(tries = 500)
    void applying_one_turns_the_decision_and_no_part_of_it_does(@ForAll("cases") Map<String, Value> values) {
        Facts facts = facts(values);
        String now = outcome(facts);
        List<Turn> turns = GATE.decide(facts, DAY).turns();
        assertThat(turns).isNotEmpty();
        for (Turn turn : turns) {
            assertThat(outcome(facts.with(turn.values())))
                    .isEqualTo(turn.outcome())
                    .isNotEqualTo(now);
            turn.changes().forEach(change -> assertThat(change.to()).isNotEqualTo(Value.UNKNOWN));
            for (Map<String, Value> part : properParts(turn.values())) {
                assertThat(outcome(facts.with(part))).as("%s of %s", part, turn).isEqualTo(now);
            }
        }
    }

    private static String outcome(Facts facts) {
        return GATE.decide(facts, DAY).outcome().orElse("none");
    }

    /** All parts where they are few; else all that lack one change and all single ones, and every pair. */
    private static List<Map<String, Value>> properParts(Map<String, Value> set) {
        List<Map.Entry<String, Value>> changes = new ArrayList<>(set.entrySet());
        List<Map<String, Value>> parts = new ArrayList<>();
        int all = (1 << changes.size()) - 1;
        for (int part = 1; part < all; part++) {
            int size = Integer.bitCount(part);
            if (changes.size() <= 8 || size <= 2 || size == changes.size() - 1) {
                Map<String, Value> some = new HashMap<>();
                for (int index = 0; index < changes.size(); index++) {
                    if ((part & (1 << index)) != 0) {
                        some.put(changes.get(index).getKey(), changes.get(index).getValue());
                    }
                }
                parts.add(some);
            }
        }
        return parts;
    }

    /** Mostly clear cases, mostly blocked ones and mostly unknown ones, over all facts of the gate. */
    @Provide
    Arbitrary<Map<String, Value>> cases() {
        List<String> names = GATE.facts().stream().map(FactDeclaration::name).toList();
        Arbitrary<Value> mixed = Arbitraries.of(Value.YES, Value.NO, Value.UNKNOWN);
        Arbitrary<Value> mostlyNo = Arbitraries.of(Value.NO, Value.NO, Value.NO, Value.NO, Value.YES, Value.UNKNOWN);
        Arbitrary<Value> known = Arbitraries.of(Value.YES, Value.NO, Value.NO, Value.NO);
        return Arbitraries.of(mixed, mostlyNo, known)
                .flatMap(answers -> answers.list().ofSize(names.size()))
                .flatMap(values ->
                        Arbitraries.of(values.get(0), Value.YES, Value.YES).map(first -> byName(names, values, first)));
    }

    private static Map<String, Value> byName(List<String> names, List<Value> values, Value first) {
        Map<String, Value> byName = new HashMap<>();
        for (int index = 0; index < names.size(); index++) {
            byName.put(names.get(index), values.get(index));
        }
        byName.put("EVER_HANDLED_TAX", first);
        return byName;
    }

    private static Facts facts(Map<String, Value> values) {
        Map<String, Fact> facts = new HashMap<>();
        values.forEach((name, value) -> facts.put(name, Fact.of(value, "TEST")));
        return new Facts(facts);
    }
}
