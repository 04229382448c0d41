package io.hutong.local.sample;

import java.util.List;
import java.util.stream.Collectors;

/** RFC 4180, one record. */
final class CsvText {
    private CsvText() {}

    static String line(List<String> fields) {
        return fields.stream().map(CsvText::quoted).collect(Collectors.joining(",", "", "\n"));
    }

    private static String quoted(String field) {
        return field.contains(",") || field.contains("\"") || field.contains("\n")
                ? '"' + field.replace("\"", "\"\"") + '"'
                : field;
    }
}
