package io.hutong.contract;

import io.hutong.events.Audience;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Who may see one field of one event type, and why it may not be seen by others. */
record FieldRow(
        String type, String field, String term, Secrecy secrecy, Set<String> sees, Optional<Audience> audience) {
    /** Every service that a field may name as one that sees it; the producer always sees its own. */
    static final Set<String> SERVICES = Set.of("registration", "tax", "credit", "subsidy", "exchange", "console");

    static final List<FieldRow> ALL = ContractFiles.table("fields").stream()
            .map(row -> new FieldRow(
                    row.get("type"),
                    row.get("field"),
                    row.get("term"),
                    Secrecy.valueOf(row.get("class")),
                    services(row.get("sees")),
                    Optional.of(row.get("audience"))
                            .filter(name -> !name.isEmpty())
                            .map(Audience::valueOf)))
            .toList();

    /** Classes of secrecy. */
    enum Secrecy {
        NONE,
        PERSONAL,
        BUSINESS,
        SENSITIVE,
        TAX_SECRET;

        /** Such a value stands in an event only under seal. */
        boolean onlySealed() {
            return this == SENSITIVE || this == TAX_SECRET;
        }
    }

    static FieldRow of(String type, String field) {
        return ALL.stream()
                .filter(row -> row.type().equals(type) && row.field().equals(field))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalStateException("contract/fields.csv has no row for " + type + " " + field));
    }

    static List<FieldRow> of(String type) {
        return ALL.stream().filter(row -> row.type().equals(type)).toList();
    }

    private static Set<String> services(String text) {
        return text.equals("*") ? SERVICES : new TreeSet<>(Set.of(text.split("\\|")));
    }
}
