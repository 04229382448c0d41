package io.hutong.contract;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** One topic: what it carries, who writes it and who reads it in this release. */
record TopicRow(String topic, Kind kind, Set<String> producers, Set<String> readers) {
    static final List<TopicRow> ALL = ContractFiles.table("topics").stream()
            .map(row -> new TopicRow(
                    row.get("topic"),
                    Kind.valueOf(row.get("kind").toUpperCase(Locale.ROOT)),
                    services(row.get("producer")),
                    services(row.get("readers"))))
            .toList();

    /** What a topic carries. */
    enum Kind {
        EVENTS,
        REJECTED,
        KEYS
    }

    static List<TopicRow> of(Kind kind) {
        return ALL.stream().filter(row -> row.kind() == kind).toList();
    }

    /** The one service that states what stands there. */
    String producer() {
        if (producers.size() != 1) {
            throw new IllegalStateException(topic + " has not one producer");
        }
        return producers.iterator().next();
    }

    private static Set<String> services(String text) {
        return text.isEmpty() ? Set.of() : new TreeSet<>(Set.of(text.split("\\|")));
    }
}
