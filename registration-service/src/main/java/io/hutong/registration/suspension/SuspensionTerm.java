package io.hutong.registration.suspension;

import io.hutong.registration.register.RegisterHistory;
import io.hutong.rules.RuleFile;
import io.hutong.rules.RuleSets;
import java.time.LocalDate;
import java.util.Map;

/**
 * How long a business may suspend its trade, all suspensions together, by {@code rules/suspension-term.yaml}
 * (Administrative Regulations art. 30, Implementing Rules art. 42-43).
 */
public final class SuspensionTerm {
    public static final String RULE_SET = "registration.suspension-term";

    private final RuleSets rules;

    public SuspensionTerm(RuleSets rules) {
        this.rules = rules;
    }

    public static SuspensionTerm bundled() {
        return new SuspensionTerm(
                RuleSets.load(RuleFile.resource(SuspensionTerm.class, "/rules/suspension-term.yaml")));
    }

    public int years(LocalDate on) {
        return rules.on(RULE_SET, on)
                .table("terms")
                .find(Map.of("of", "ALL"))
                .map(row -> row.number("years"))
                .orElseThrow(() -> new IllegalStateException("no longest term of suspensions"));
    }

    /** The last day of a suspension that begins on {@code from}, by the rule of today: what was used before is taken off. */
    public LocalDate latestEnd(RegisterHistory history, LocalDate from, LocalDate today) {
        return from.plusYears(years(today)).minusDays(history.daysSuspended());
    }
}
