package io.hutong.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A decision laid open: rule set and version, the row that decided, each condition asked with its facts, its result and
 * its clause, and the smallest changes that would turn it. {@code outcome} is UNDETERMINED or NOT_CONFIGURED where
 * there is none.
 */
public record Explanation(
        String ruleSet,
        String version,
        Bilingual title,
        LocalDate decidedFor,
        String outcome,
        Reason reason,
        List<Step> conditions,
        List<Turn> turns,
        List<String> missing,
        List<String> notConfigured) {
    public static final String UNDETERMINED = "UNDETERMINED";
    public static final String NOT_CONFIGURED = "NOT_CONFIGURED";

    public Explanation {
        conditions = List.copyOf(conditions);
        turns = List.copyOf(turns);
        missing = List.copyOf(missing);
        notConfigured = List.copyOf(notConfigured);
    }

    /** Rule set and version. */
    public String ruleSetName() {
        return ruleSet + "/" + version;
    }

    /** The whole account as JSON, to be stored with the decision and shown as it is. */
    public String toJson() {
        return ExplanationJson.write(this);
    }

    /** The row that decided or stopped. */
    public record Reason(String rule, Bilingual title, Clause clause) {}

    /** One condition that was asked. */
    public record Step(String id, Bilingual title, Truth result, Clause clause, List<Used> facts) {
        public Step {
            facts = List.copyOf(facts);
        }
    }

    /** A fact as it was read, with its origin. */
    public record Used(String name, Bilingual title, Fact fact) {}

    static Explanation of(Decision decision, List<Turn> turns) {
        RuleSet set = decision.ruleSet();
        Rule rule = decision.rule();
        Decision.Verdict verdict = decision.verdict();
        return new Explanation(
                set.id(),
                set.version(),
                set.title(),
                decision.on(),
                outcome(verdict),
                new Reason(rule.id(), rule.title(), rule.clause()),
                steps(decision),
                turns,
                verdict instanceof Decision.Verdict.Undetermined stopped ? stopped.missing() : List.of(),
                verdict instanceof Decision.Verdict.Unset unset
                        ? unset.settings().stream().map(Setting::id).toList()
                        : List.of());
    }

    static String outcome(Decision.Verdict verdict) {
        if (verdict instanceof Decision.Verdict.Decided decided) {
            return decided.rule().outcome();
        }
        return verdict instanceof Decision.Verdict.Unset ? NOT_CONFIGURED : UNDETERMINED;
    }

    private static List<Step> steps(Decision decision) {
        Map<String, Step> steps = new LinkedHashMap<>();
        Case evaluated = decision.evaluated();
        for (Rule rule : decision.seen()) {
            rule.when()
                    .conditions(condition -> steps.computeIfAbsent(
                            condition.id(),
                            id -> new Step(
                                    id,
                                    condition.title(),
                                    evaluated.truth(condition),
                                    condition.clause(),
                                    used(condition.when(), evaluated))));
            if (asksItself(rule.when())) {
                steps.put(
                        rule.id(),
                        new Step(
                                rule.id(),
                                rule.title(),
                                rule.when().in(evaluated),
                                rule.clause(),
                                used(rule.when(), evaluated)));
            }
        }
        return new ArrayList<>(steps.values());
    }

    private static List<Used> used(Expression expression, Case evaluated) {
        return factsOf(expression).stream()
                .map(fact -> new Used(fact.name(), fact.title(), evaluated.fact(fact)))
                .toList();
    }

    /** Whether an expression asks of facts directly, beside or instead of naming conditions. */
    private static boolean asksItself(Expression expression) {
        if (expression instanceof Expression.All all) {
            return all.parts().stream().anyMatch(Explanation::asksItself);
        }
        if (expression instanceof Expression.Any any) {
            return any.parts().stream().anyMatch(Explanation::asksItself);
        }
        if (expression instanceof Expression.Not not) {
            return asksItself(not.part());
        }
        return expression instanceof Expression.Test;
    }

    static Set<FactDeclaration> factsOf(Expression expression) {
        Set<FactDeclaration> facts = new LinkedHashSet<>();
        expression.leaves(test -> {
            facts.add(test.fact());
            if (test instanceof Expression.Comparison comparison) {
                for (Operand operand : comparison.operands()) {
                    if (operand instanceof Operand.OfFact other) {
                        facts.add(other.fact());
                    }
                }
            }
        });
        return facts;
    }
}
