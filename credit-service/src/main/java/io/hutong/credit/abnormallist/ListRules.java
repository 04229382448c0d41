package io.hutong.credit.abnormallist;

import io.hutong.events.AbnormalGround;
import io.hutong.rules.RuleFile;
import io.hutong.rules.RuleSets;
import io.hutong.time.WorkingDays;
import java.time.LocalDate;
import java.util.Map;

/**
 * Deadlines and cure of each ground, and the form of decision numbers, by {@code rules/abnormal-list.yaml}
 * (Interim Measures on Annual Reports art. 13-18).
 */
public final class ListRules {
    public static final String RULE_SET = "credit.abnormal-list";

    private final RuleSets rules;
    private final WorkingDays calendar;

    public ListRules(RuleSets rules, WorkingDays calendar) {
        this.rules = rules;
        this.calendar = calendar;
    }

    public static ListRules bundled() {
        return new ListRules(
                RuleSets.load(RuleFile.resource(ListRules.class, "/rules/abnormal-list.yaml")), WorkingDays.bundled());
    }

    /** The last day on which the decision to list is in time, counted in working days from the proof. */
    public LocalDate listBy(AbnormalGround ground, LocalDate provenOn) {
        int within = rules.on(RULE_SET, provenOn)
                .table("grounds")
                .find(Map.of("ground", ground.name()))
                .orElseThrow()
                .number("listWithin");
        return calendar.after(provenOn, within).date();
    }

    /** The last day on which the removal of an entry is in time whose ground is gone since that day. */
    public LocalDate removeBy(AbnormalGround ground, LocalDate curedOn) {
        int within = rules.on(RULE_SET, curedOn)
                .table("removal")
                .find(Map.of("ground", ground.name()))
                .orElseThrow()
                .number("removeWithin");
        return calendar.after(curedOn, within).date();
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

    /** After so many years on the list a business belongs in the separate register (Order 103 art. 32). */
    public int separateRegisterAfterYears(LocalDate on) {
        return rules.on(RULE_SET, on).setting("separate-register-after-years").requireInt();
    }

    /** Rule set and version in force on a day. */
    public String version(LocalDate on) {
        return rules.on(RULE_SET, on).name();
    }
}
