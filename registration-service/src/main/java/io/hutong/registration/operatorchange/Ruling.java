package io.hutong.registration.operatorchange;

import io.hutong.events.Regime;
import io.hutong.rules.Explanation;
import io.hutong.web.Violation;
import java.util.List;

/**
 * What the rules say about a requested operator change: by which regime it goes, what stands against it, and both
 * decisions laid open. The request is admissible without defects.
 */
public record Ruling(
        Regime regime, String ruleSet, List<Violation> defects, Explanation regimeBy, Explanation conditionsBy) {
    public Ruling {
        defects = List.copyOf(defects);
    }
}
