package io.hutong.tax.clearance;

import io.hutong.events.TaxEvent.ClearanceIssued.Basis;
import org.jspecify.annotations.Nullable;

/**
 * Outcome of the gate for one tenure at one moment: clear on a ground, or held. {@code explanation} is the whole
 * decision as JSON: rule set, conditions with their facts, clauses and the smallest changes that would turn it.
 */
public record Assessment(@Nullable Basis basis, @Nullable Hold hold, String ruleSet, String explanation) {
    public Assessment {
        if ((basis == null) == (hold == null)) {
            throw new IllegalArgumentException("an assessment is either clear or held");
        }
    }

    public boolean clear() {
        return hold == null;
    }
}
