package io.hutong.rules;

import java.util.HashMap;
import java.util.Map;

/** The facts of one case by name; what is absent is unknown. */
public record Facts(Map<String, Fact> byName) {
    public Facts {
        byName = Map.copyOf(byName);
    }

    public static Facts none() {
        return new Facts(Map.of());
    }

    public Facts with(String name, Fact fact) {
        Map<String, Fact> more = new HashMap<>(byName);
        more.put(name, fact);
        return new Facts(more);
    }

    /** The same case with other values; each keeps its origin. */
    public Facts with(Map<String, Value> changes) {
        Map<String, Fact> changed = new HashMap<>(byName);
        changes.forEach((name, value) -> changed.put(name, get(name).become(value)));
        return new Facts(changed);
    }

    public Fact get(String name) {
        return byName.getOrDefault(name, Fact.UNKNOWN);
    }

    public Value value(String name) {
        return get(name).value();
    }
}
