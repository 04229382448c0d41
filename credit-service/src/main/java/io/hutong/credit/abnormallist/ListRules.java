package io.hutong.credit.abnormallist;

import io.hutong.events.AbnormalGround;
import io.hutong.rules.RuleFile;
import io.hutong.rules.RuleSets;
import java.time.LocalDate;
import java.util.Map;

/**
 * Deadlines and cure of each ground, and the form of decision numbers, by {@code rules/abnormal-list.yaml}
 * (Interim Measures on Annual Reports art. 13-18).
 */
public final class ListRules {
    public static final String RULE_SET = "credit.abnormal-list";

    private final RuleSets rules;

    public ListRules(RuleSets rules) {
        this.rules = rules;
    }

    public static ListRules bundled() {
        return new ListRules(RuleSets.load(RuleFile.resource(ListRules.class, "/rules/abnormal-list.yaml")));
    }

    /** Working days from the proof to the decision to list. */
    public int listWithin(AbnormalGround ground, LocalDate on) {
        return rules.on(RULE_SET, on)
                .table("grounds")
                .find(Map.of("ground", ground.name()))
                .orElseThrow()
                .number("listWithin");
    }

    /** Whether the system itself removes entries of this ground once they are cured. */
    public boolean automaticRepair(AbnormalGround ground, LocalDate on) {
        return rules.on(RULE_SET, on)
                .table("repair")
                .find(Map.of("ground", ground.name()))
                .orElseThrow()
                .cell("automatic")
                .equals("yes");
    }

    /** The number of a decision as it is written. */
    public String decisionNo(DecisionKind kind, int number, LocalDate on) {
        return rules.on(RULE_SET, on)
                .table("decisions")
                .find(Map.of("decision", kind.name()))
                .orElseThrow()
                .cell("form")
                .replace("{year}", Integer.toString(on.getYear()))
                .replace("{number}", Integer.toString(number));
    }

    /** Rule set and version in force on a day. */
    public String version(LocalDate on) {
        return rules.on(RULE_SET, on).name();
    }
}
