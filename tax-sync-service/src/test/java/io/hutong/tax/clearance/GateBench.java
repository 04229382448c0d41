package io.hutong.tax.clearance;

import io.hutong.rules.Fact;
import io.hutong.rules.Facts;
import io.hutong.rules.RuleFile;
import io.hutong.rules.RuleSet;
import io.hutong.rules.RuleSets;
import io.hutong.rules.Value;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.ToIntFunction;

/** Prints how many times a second one thread decides by the gate, and explains it with the smallest changes. */
final class GateBench {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    private GateBench() {}

    public static void main(String[] args) {
        RuleSet gate = RuleSets.load(RuleFile.resource(ClearanceGate.class, "/rules/operator-change-gate.yaml"))
                .on(ClearanceGate.RULE_SET, DAY);
        List<Facts> cases =
                new Random(7).ints(1_000).mapToObj(seed -> facts(gate, seed)).toList();
        for (int round = 0; round < 3; round++) {
            measure(
                    "decide",
                    cases,
                    facts -> gate.decide(facts, DAY).rule().id().length());
            measure(
                    "explain with smallest changes",
                    cases,
                    facts -> gate.decide(facts, DAY).explain().turns().size());
        }
    }

    private static Facts facts(RuleSet gate, int seed) {
        Random random = new Random(seed);
        Map<String, Fact> facts = new HashMap<>();
        gate.facts().forEach(fact -> {
            int drawn = random.nextInt(20);
            Value value = drawn == 0 ? Value.UNKNOWN : Value.of(drawn <= 2);
            facts.put(fact.name(), Fact.of(value, "BENCH"));
        });
        facts.put("EVER_HANDLED_TAX", Fact.of(Value.of(random.nextInt(10) != 0), "BENCH"));
        return new Facts(facts);
    }

    private static void measure(String what, List<Facts> cases, ToIntFunction<Facts> work) {
        long begin = System.nanoTime();
        long count = 0;
        long sum = 0;
        while (System.nanoTime() - begin < 2_000_000_000L) {
            for (Facts facts : cases) {
                sum += work.applyAsInt(facts);
                count++;
            }
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        System.out.printf("%-32s %,12.0f / s   (checksum %d)%n", what, count / seconds, sum);
    }
}
