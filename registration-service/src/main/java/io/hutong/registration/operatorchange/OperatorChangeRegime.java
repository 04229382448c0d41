package io.hutong.registration.operatorchange;

import io.hutong.events.OperatorChangeKind;
import io.hutong.events.Regime;
import io.hutong.rules.Decision;
import io.hutong.rules.Explanation;
import io.hutong.rules.Fact;
import io.hutong.rules.Facts;
import io.hutong.rules.RuleFile;
import io.hutong.rules.RuleSets;
import io.hutong.rules.Value;
import java.time.LocalDate;
import java.util.Map;

/**
 * Whether tax follows the registration or clears it first, by the day of the application and the kind of change
 * (district notice, measure 3; Order 103 art. 17-19), by {@code rules/operator-change-regime.yaml}.
 */
public final class OperatorChangeRegime {
    public static final String RULE_SET = "registration.operator-change-regime";

    /** The regime; {@code gate} tells whether tax puts the change to its gate at all. */
    public record Chosen(Regime regime, boolean gate, String ruleSet, Explanation explanation) {}

    private final RuleSets rules;

    public OperatorChangeRegime(RuleSets rules) {
        this.rules = rules;
    }

    public static OperatorChangeRegime bundled() {
        return new OperatorChangeRegime(
                RuleSets.load(RuleFile.resource(OperatorChangeRegime.class, "/rules/operator-change-regime.yaml")));
    }

    public Chosen of(OperatorChangeKind kind, LocalDate appliedOn) {
        Facts facts = new Facts(Map.of("KIND", Fact.of(Value.choice(kind), "APPLICANTS")));
        Decision decision = rules.on(RULE_SET, appliedOn).decide(facts, appliedOn);
        String outcome = decision.outcome().orElseThrow(() -> new IllegalStateException("no regime for " + kind));
        return new Chosen(
                Regime.valueOf(outcome),
                "yes".equals(decision.rule().gives().get("gate")),
                decision.ruleSet().name(),
                decision.explain());
    }
}
