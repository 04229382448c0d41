package io.hutong.rules;

import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The turning changes found lately for one rule set. They follow from the values and the day alone, and the same few
 * combinations come again and again, while finding them costs more than the decision itself.
 */
final class KnownTurns {
    private static final int MOST = 4096;

    private record Key(Map<String, Value> values, LocalDate on) {}

    private final Map<Key, List<Turn>> known = Collections.synchronizedMap(new Lately());

    List<Turn> of(Facts facts, LocalDate on, Supplier<List<Turn>> find) {
        Map<String, Value> values = new HashMap<>();
        facts.byName().forEach((name, fact) -> values.put(name, fact.value()));
        Key key = new Key(values, on);
        List<Turn> turns = known.get(key);
        if (turns == null) {
            turns = List.copyOf(find.get());
            known.put(key, turns);
        }
        return turns;
    }

    int size() {
        return known.size();
    }

    private static final class Lately extends LinkedHashMap<Key, List<Turn>> {
        private static final long serialVersionUID = 1L;

        Lately() {
            super(64, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, List<Turn>> eldest) {
            return size() > MOST;
        }
    }
}
