package io.hutong.rules;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A smallest set of changes that would turn a decision, and the outcome it would turn to. */
public record Turn(List<Change> changes, String outcome) {
    public Turn {
        changes = List.copyOf(changes);
    }

    /** One fact that would have to be otherwise. */
    public record Change(String fact, Bilingual title, Value from, Value to) {}

    /** The new values by fact. */
    public Map<String, Value> values() {
        return changes.stream().collect(Collectors.toMap(Change::fact, Change::to));
    }
}
