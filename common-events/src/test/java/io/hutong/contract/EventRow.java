package io.hutong.contract;

import java.util.List;

/** What the contract says in words about one event type. */
record EventRow(String type, String term, String catalogue, String basis) {
    static final List<EventRow> ALL = ContractFiles.table("events").stream()
            .map(row -> new EventRow(row.get("type"), row.get("term"), row.get("catalogue"), row.get("basis")))
            .toList();

    static EventRow of(String type) {
        return ALL.stream()
                .filter(row -> row.type().equals(type))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("contract/events.csv has no row for " + type));
    }
}
