package io.hutong.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a rule set says about one case on one day, and why. */
public final class Decision {
    /** An outcome, or the reason why there is none. */
    public sealed interface Verdict {
        /** A row applied. */
        record Decided(Rule rule) implements Verdict {}

        /** A row could neither be applied nor passed over, because these facts are unknown. */
        record Undetermined(Rule rule, List<String> missing) implements Verdict {
            public Undetermined {
                missing = List.copyOf(missing);
            }
        }

        /** A row depends on values that the authority has not set. */
        record Unset(Rule rule, List<Setting> settings) implements Verdict {
            public Unset {
                settings = List.copyOf(settings);
            }
        }
    }

    private final RuleSet ruleSet;
    private final Facts facts;
    private final LocalDate on;
    private final List<Rule> seen;
    private final Case evaluated;
    private final Verdict verdict;

    private Decision(RuleSet ruleSet, Facts facts, LocalDate on) {
        this.ruleSet = ruleSet;
        this.facts = facts;
        this.on = on;
        this.seen = new ArrayList<>();
        this.evaluated = new Case(facts);
        this.verdict = run();
    }

    static Decision of(RuleSet ruleSet, Facts facts, LocalDate on) {
        return new Decision(ruleSet, facts, on);
    }

    private Verdict run() {
        for (Rule rule : ruleSet.rules()) {
            if (!rule.validity().contains(on)) {
                continue;
            }
            seen.add(rule);
            Truth truth = rule.when().in(evaluated);
            if (truth == Truth.YES) {
                return new Verdict.Decided(rule);
            }
            if (truth == Truth.UNKNOWN && !passesUnknown(rule)) {
                return stopped(rule);
            }
        }
        throw new IllegalArgumentException(ruleSet.name() + " has no rule in force on " + on);
    }

    /** An unknown answer may be passed over, but never one that is unknown because the authority set no value. */
    static boolean passesUnknown(Rule rule) {
        return rule.ifUnknown() == Rule.IfUnknown.NEXT && unset(rule).isEmpty();
    }

    private Verdict stopped(Rule rule) {
        List<Setting> unset = unset(rule);
        return unset.isEmpty()
                ? new Verdict.Undetermined(rule, unknownIn(rule.when()))
                : new Verdict.Unset(rule, unset);
    }

    private static List<Setting> unset(Rule rule) {
        List<Setting> unset = new ArrayList<>();
        rule.when().leaves(test -> {
            if (test instanceof Expression.Comparison comparison) {
                for (Operand operand : comparison.operands()) {
                    if (operand instanceof Operand.OfSetting of
                            && of.setting().value().isEmpty()) {
                        unset.add(of.setting());
                    }
                }
            }
        });
        return unset;
    }

    private List<String> unknownIn(Expression expression) {
        Set<String> missing = new LinkedHashSet<>();
        for (FactDeclaration fact : Explanation.factsOf(expression)) {
            if (!evaluated.value(fact).known()) {
                missing.add(fact.name());
            }
        }
        return List.copyOf(missing);
    }

    public Verdict verdict() {
        return verdict;
    }

    /** The outcome, if there is one. */
    public Optional<String> outcome() {
        return verdict instanceof Verdict.Decided decided
                ? Optional.of(decided.rule().outcome())
                : Optional.empty();
    }

    /** The row that applied or stopped the decision. */
    public Rule rule() {
        return seen.get(seen.size() - 1);
    }

    /** The conditions of the deciding row that hold: every one, not only the first. */
    public List<Condition> holding() {
        List<Condition> holding = new ArrayList<>();
        rule().when().conditions(condition -> {
            if (evaluated.truth(condition) == Truth.YES) {
                holding.add(condition);
            }
        });
        return holding;
    }

    /** Whether a condition of the rule set holds in this case. */
    public Truth truth(String condition) {
        return evaluated.truth(ruleSet.condition(condition));
    }

    /** The value of a fact that counted in this case. */
    public Value value(String fact) {
        return evaluated.value(ruleSet.fact(fact));
    }

    public RuleSet ruleSet() {
        return ruleSet;
    }

    public Facts facts() {
        return facts;
    }

    public LocalDate on() {
        return on;
    }

    /** The smallest changes of facts that would turn this decision. */
    public List<Turn> turns() {
        return ruleSet.knownTurns().of(facts, on, () -> new TurningChanges(ruleSet, facts, on).find());
    }

    /** The whole account, with the smallest turning changes. */
    public Explanation explain() {
        return Explanation.of(this, turns());
    }

    List<Rule> seen() {
        return List.copyOf(seen);
    }

    Case evaluated() {
        return evaluated;
    }
}
