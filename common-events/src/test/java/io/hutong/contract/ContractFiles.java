package io.hutong.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Where the files of the contract lie in the source tree, and how they are read and written. */
final class ContractFiles {
    static final ObjectMapper JSON = new ObjectMapper();
    static final Path MODULE = Path.of("").toAbsolutePath();
    static final Path RESOURCES = MODULE.resolve("src/main/resources");
    static final Path SCHEMAS = RESOURCES.resolve("schemas");
    static final Path GOLDEN = RESOURCES.resolve("golden");
    static final Path RELEASED = MODULE.resolve("src/test/resources/released");
    static final Path DOCS = MODULE.resolveSibling("docs");

    /** What agencies may send in. */
    static final Path INTAKE_SCHEMAS = SCHEMAS.resolve("intake");

    static final Path INTAKE_GOLDEN = GOLDEN.resolve("intake");

    private ContractFiles() {}

    static JsonNode schema(String type) {
        return json(SCHEMAS.resolve(type + ".json"));
    }

    static JsonNode golden(String type) {
        return json(GOLDEN.resolve(type + ".json"));
    }

    static JsonNode json(Path file) {
        try {
            return JSON.readTree(text(file));
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException(file + " is not JSON", broken);
        }
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** JSON with two spaces, one member a line, a line feed at the end. */
    static String pretty(JsonNode node) {
        DefaultIndenter lines = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter(Separators.createDefaultInstance()
                        .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                        .withArrayEmptySeparator("")
                        .withObjectEmptySeparator(""))
                .withObjectIndenter(lines)
                .withArrayIndenter(lines);
        try {
            return JSON.writer(printer).writeValueAsString(node) + "\n";
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** One row of a table, by the names of the table's head line. */
    record Row(Map<String, String> cells) {
        String get(String column) {
            String cell = cells.get(column);
            if (cell == null) {
                throw new IllegalArgumentException("no column " + column);
            }
            return cell;
        }
    }

    /** A table of the contract, each row by the names of its head line. No field holds a comma. */
    static List<Row> table(String name) {
        List<String> lines =
                text(RESOURCES.resolve("contract/" + name + ".csv")).lines().toList();
        String[] head = lines.get(0).split(",", -1);
        return lines.stream()
                .skip(1)
                .map(line -> row(head, line.split(",", -1)))
                .toList();
    }

    private static Row row(String[] head, String[] cells) {
        if (head.length != cells.length) {
            throw new IllegalStateException("row of wrong length: " + Arrays.toString(cells));
        }
        Map<String, String> row = new LinkedHashMap<>();
        IntStream.range(0, head.length).forEach(i -> row.put(head[i], cells[i]));
        return new Row(row);
    }
}
