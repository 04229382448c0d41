package io.hutong.rules;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A table of a rule set. {@code *} in a cell stands for anything; look-ups take the first row that fits. */
public record Table(String id, Bilingual title, Clause clause, List<String> columns, List<Row> rows) {
    /** Word for a value that the authority has not set. */
    static final String NOT_CONFIGURED = "not-configured";

    public Table {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /** One row with its own clause and standing where it has them. */
    public record Row(
            Map<String, String> cells,
            Clause clause,
            Setting.Standing standing,
            String authority,
            Bilingual tableTitle) {
        public Row {
            cells = Map.copyOf(cells);
        }

        /** Whether the authority has filled the cell. */
        public boolean configured(String column) {
            return !NOT_CONFIGURED.equals(cells.get(column));
        }

        /** A cell; one that the authority has to fill first is a refusal. */
        public String cell(String column) {
            String cell = cells.get(column);
            if (cell == null) {
                throw new IllegalArgumentException("no column " + column);
            }
            if (cell.equals(NOT_CONFIGURED)) {
                throw new NotConfigured(column, tableTitle, authority);
            }
            return cell;
        }

        public int number(String column) {
            return Integer.parseInt(cell(column));
        }

        private boolean fits(Map<String, String> key) {
            return key.entrySet().stream()
                    .allMatch(asked -> asked.getValue().equals(cells.get(asked.getKey()))
                            || "*".equals(cells.get(asked.getKey())));
        }
    }

    public Optional<Row> find(Map<String, String> key) {
        return all(key).findFirst();
    }

    /** Every row that fits, in the order of the file. */
    public Stream<Row> all(Map<String, String> key) {
        for (String column : key.keySet()) {
            if (!columns.contains(column)) {
                throw new IllegalArgumentException("table " + id + " has no column " + column);
            }
        }
        return rows.stream().filter(row -> row.fits(key));
    }
}
