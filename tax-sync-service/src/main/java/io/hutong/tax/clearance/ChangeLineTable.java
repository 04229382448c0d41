package io.hutong.tax.clearance;

import io.hutong.events.ChangeKind;
import io.hutong.rules.RuleFile;
import io.hutong.rules.RuleSets;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * Which kinds of change wait behind a held one of the same business, and which act on the line instead of waiting, by
 * {@code rules/change-line.yaml}.
 */
public final class ChangeLineTable {
    public static final String RULE_SET = "tax.change-line";

    /** What is done to the line by something that never waits. */
    public enum Act {
        CANCEL,
        RELEASE,
        OFFICER
    }

    private final RuleSets rules;

    public ChangeLineTable(RuleSets rules) {
        this.rules = rules;
    }

    public static ChangeLineTable bundled() {
        return new ChangeLineTable(RuleSets.load(RuleFile.resource(ChangeLineTable.class, "/rules/change-line.yaml")));
    }

    /** Whether a change of kind {@code later} waits while an earlier one of kind {@code earlier} is held. */
    public boolean waitsBehind(ChangeKind later, ChangeKind earlier, LocalDate on) {
        return actOf(later.name(), on).isEmpty()
                && rules.on(RULE_SET, on)
                        .table("waits")
                        .find(Map.of("later", later.name(), "earlier", earlier.name()))
                        .isPresent();
    }

    /** What ANNULMENT, WITHDRAWAL, DEREGISTRATION or CONVERSION does to the line; empty for what only joins it. */
    public Optional<Act> actOf(String what, LocalDate on) {
        return rules.on(RULE_SET, on)
                .table("acts-on-line")
                .find(Map.of("what", what))
                .map(row -> Act.valueOf(row.cell("act")));
    }

    /** Rule set and version, named in what is decided by it. */
    public String version(LocalDate on) {
        return rules.on(RULE_SET, on).name();
    }
}
