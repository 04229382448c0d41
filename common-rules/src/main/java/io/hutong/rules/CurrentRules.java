package io.hutong.rules;

import java.util.List;

/** The rule sets a service decides by now; a new collection takes their place whole or not at all. */
public final class CurrentRules {
    private volatile RuleSets current;

    public CurrentRules(RuleSets first) {
        this.current = first;
    }

    public RuleSets get() {
        return current;
    }

    /** Loads and checks the files, then swaps; on any fault the old ones stay and {@link RulesInvalid} says why. */
    public RuleSets replace(List<RuleFile> files) {
        RuleSets checked = RuleSets.load(files);
        current = checked;
        return checked;
    }
}
