package io.hutong.rules;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the values and tables of one document. */
final class TableReader {
    private final RuleReading reading;
    private final Clause basis;

    TableReader(RuleReading reading, Clause basis) {
        this.reading = reading;
        this.basis = basis;
    }

    Map<String, Setting> settings(YamlNode document) {
        Map<String, Setting> settings = new LinkedHashMap<>();
        Set<String> words = Set.of("type", "zh", "en", "clause", "standing", "authority", "value");
        reading.members(document, "values").forEach((name, node) -> {
            if (reading.hasFields(node, name, words)) {
                settings.put(name, setting(name, node));
            }
        });
        return settings;
    }

    private Setting setting(String name, YamlNode node) {
        String word = reading.text(node, "type", name);
        Optional<FactType> known = FactType.of(word);
        if (known.isEmpty()) {
            reading.fault(node, name, "不认识的类型“" + word + "”", "unknown type " + word);
        }
        FactType type = known.orElse(FactType.NUMBER);
        String text = reading.text(node, "value", name);
        boolean unset = text.equals(Table.NOT_CONFIGURED);
        Optional<Value> value = unset ? Optional.empty() : type.read(text);
        if (!unset && value.isEmpty()) {
            reading.fault(node, name, "“" + text + "”不是 " + type.word() + " 类型的值", text + " is no " + type.word());
        }
        return new Setting(
                name,
                type,
                reading.title(node, name),
                reading.clauseOr(node, name, basis),
                unset ? Setting.Standing.NOT_CONFIGURED : standing(node, name, Setting.Standing.AUTHORITY),
                reading.text(node, "authority", name),
                value);
    }

    private Setting.Standing standing(YamlNode node, String name, Setting.Standing otherwise) {
        return reading.word(node, "standing", name, Setting.Standing.class, otherwise);
    }

    Map<String, Table> tables(YamlNode document) {
        Map<String, Table> tables = new LinkedHashMap<>();
        Set<String> words = Set.of("zh", "en", "clause", "standing", "authority", "columns", "rows");
        reading.members(document, "tables").forEach((name, node) -> {
            if (reading.hasFields(node, name, words)) {
                tables.put(name, table(name, node));
            }
        });
        return tables;
    }

    private Table table(String name, YamlNode node) {
        List<String> columns = reading.words(node, "columns", name);
        if (columns.isEmpty()) {
            reading.fault(node, name, "缺少“columns”", "columns is missing");
        }
        Table heading =
                new Table(name, reading.title(node, name), reading.clauseOr(node, name, basis), columns, List.of());
        Setting.Standing standing = standing(node, name, Setting.Standing.AUTHORITY);
        String authority = reading.text(node, "authority", name);
        List<Table.Row> rows = new ArrayList<>();
        for (YamlNode row : reading.list(node, "rows", name)) {
            rows.add(row(row, heading, standing, authority));
        }
        return new Table(name, heading.title(), heading.clause(), columns, rows);
    }

    private Table.Row row(YamlNode node, Table table, Setting.Standing standing, String authority) {
        Map<String, String> cells = new LinkedHashMap<>();
        List<String> known = new ArrayList<>(table.columns());
        known.addAll(List.of("clause", "standing"));
        if (reading.hasFields(node, table.id(), Set.copyOf(known))) {
            table.columns().forEach(column -> cells.put(column, reading.text(node, column, table.id())));
        }
        return new Table.Row(
                cells,
                reading.clauseOr(node, table.id(), table.clause()),
                standing(node, table.id(), standing),
                authority,
                table.title());
    }
}
