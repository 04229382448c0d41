package io.hutong.rules;

import java.time.LocalDate;
import java.util.List;

/** placeholder */
final class TurningChanges {
    private final RuleSet ruleSet;

    TurningChanges(RuleSet ruleSet, Facts facts, LocalDate on) {
        this.ruleSet = ruleSet;
    }

    List<Turn> find() {
        return ruleSet.rules().isEmpty() ? List.of() : List.of();
    }
}
