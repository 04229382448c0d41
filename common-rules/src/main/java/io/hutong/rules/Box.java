package io.hutong.rules;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A part of all cases: for each fact named the values it may have; facts not named may have any. */
record Box(Map<String, Set<Value>> allowed) {
    static final Box EVERYTHING = new Box(Map.of());

    static Box of(String fact, Set<Value> values) {
        return new Box(Map.of(fact, values));
    }

    /** What lies in both; empty where some fact would have no value left. */
    Optional<Box> meet(Box other) {
        Map<String, Set<Value>> both = new HashMap<>(allowed);
        for (Map.Entry<String, Set<Value>> more : other.allowed.entrySet()) {
            Set<Value> here = both.get(more.getKey());
            Set<Value> common = new LinkedHashSet<>(more.getValue());
            if (here != null) {
                common.retainAll(here);
            }
            if (common.isEmpty()) {
                return Optional.empty();
            }
            both.put(more.getKey(), common);
        }
        return Optional.of(new Box(both));
    }

    /** Whether every case of the other lies in this one. */
    boolean covers(Box other) {
        return allowed.entrySet().stream().allMatch(mine -> {
            Set<Value> theirs = other.allowed.get(mine.getKey());
            return theirs != null && mine.getValue().containsAll(theirs);
        });
    }
}
