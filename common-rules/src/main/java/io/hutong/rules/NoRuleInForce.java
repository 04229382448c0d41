package io.hutong.rules;

import java.time.LocalDate;

/** No version of a rule set is in force on a day; nothing is decided by the one before or after it. */
public final class NoRuleInForce extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public NoRuleInForce(String ruleSet, LocalDate on) {
        super("no version of rule set " + ruleSet + " is in force on " + on);
    }
}
