package io.hutong.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A dry run: past cases decided by two versions of a rule set, and what would have been different. A version that is
 * not in force on the day of a case is tried as on its nearest day in force.
 */
public final class Trial {
    private final RuleSet before;
    private final RuleSet after;

    public Trial(RuleSet before, RuleSet after) {
        this.before = before;
        this.after = after;
    }

    /** A case of the past. */
    public record PastCase(String id, LocalDate on, Facts facts) {}

    /** What a version says. */
    public record Answer(String outcome, String rule, List<String> holding) {
        public Answer {
            holding = List.copyOf(holding);
        }
    }

    /** A case that the two versions decide differently, or for different reasons. */
    public record Difference(String caseId, Answer before, Answer after) {
        public boolean outcomeTurns() {
            return !before.outcome().equals(after.outcome());
        }
    }

    /** All of it; {@code turned} counts changed outcomes as {@code HELD → IMMEDIATE}. */
    public record Report(
            String before,
            String after,
            int cases,
            int same,
            Map<String, Integer> turned,
            List<Difference> differences) {
        public Report {
            turned = Map.copyOf(turned);
            differences = List.copyOf(differences);
        }
    }

    public Report over(Iterable<PastCase> cases) {
        List<Difference> differences = new ArrayList<>();
        Map<String, Integer> turned = new TreeMap<>();
        int count = 0;
        for (PastCase one : cases) {
            count++;
            Difference difference = new Difference(one.id(), answer(before, one), answer(after, one));
            if (!difference.before().equals(difference.after())) {
                differences.add(difference);
            }
            if (difference.outcomeTurns()) {
                turned.merge(
                        difference.before().outcome() + " → "
                                + difference.after().outcome(),
                        1,
                        Integer::sum);
            }
        }
        return new Report(before.name(), after.name(), count, count - differences.size(), turned, differences);
    }

    private static Answer answer(RuleSet version, PastCase one) {
        Decision decision = version.decide(one.facts(), version.validity().nearest(one.on()));
        return new Answer(
                Explanation.outcome(decision.verdict()),
                decision.rule().id(),
                decision.holding().stream().map(Condition::id).toList());
    }
}
