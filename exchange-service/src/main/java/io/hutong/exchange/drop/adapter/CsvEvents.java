package io.hutong.exchange.drop.adapter;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hutong.events.AgencyCode;
import io.hutong.exchange.intake.Item;
import io.hutong.exchange.intake.ReadStatement;
import io.hutong.exchange.problem.ExchangeProblems;
import io.hutong.web.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A file of events: one a line, with the attributes and {@code data.…} as columns. UTF-8, or GB 18030 as spreadsheets of
 * Chinese editions write it; no line breaks within fields, so that a broken quote spoils its own line alone.
 */
@ApplicationScoped
class CsvEvents {
    private static final String DATA = "data.";
    private static final String FIELD = "[A-Za-z][A-Za-z0-9]*(\\.[A-Za-z][A-Za-z0-9]*)*";
    private static final Set<String> REQUIRED = Set.of("id", "type", "subject");
    private static final Set<String> ATTRIBUTES = Set.of("id", "type", "subject", "time", "effectiveat", "causationid");
    private static final Charset GB18030 = Charset.forName("GB18030");

    private final ReadStatement read;
    private final ObjectMapper json;

    CsvEvents(ReadStatement read, ObjectMapper json) {
        this.read = read;
        this.json = json;
    }

    /** A line that is not blank, with its number. */
    record Line(long number, Item item) {}

    List<Line> read(AgencyCode agency, byte[] file) {
        String[] lines = text(file).split("\r?\n", -1);
        List<String> columns = header(lines[0]);
        List<Line> events = new ArrayList<>();
        for (int i = 1; i < lines.length; i++) {
            if (!lines[i].isBlank()) {
                events.add(new Line(i + 1L, item(agency, columns, lines[i])));
            }
        }
        return events;
    }

    private Item item(AgencyCode agency, List<String> columns, String line) {
        try {
            List<String> values = fields(line);
            if (values.size() != columns.size()) {
                throw invalid("csv.columns", "列数与首行不同", "there are not as many columns as in the first line");
            }
            return item(agency, columns, values);
        } catch (Problem unreadable) {
            return Item.refused(null, null, unreadable);
        }
    }

    private Item item(AgencyCode agency, List<String> columns, List<String> values) {
        Map<String, String> attributes =
                new TreeMap<>(Map.of("specversion", "1.0", "source", "/agencies/" + agency.value()));
        ObjectNode data = json.createObjectNode();
        for (int i = 0; i < columns.size(); i++) {
            String column = columns.get(i);
            String value = values.get(i).strip();
            if (value.isEmpty()) {
                continue;
            }
            if (column.startsWith(DATA)) {
                put(data, column.substring(DATA.length()), value);
            } else {
                attributes.put(column, value);
            }
        }
        return read.handle(attributes, data.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** Cells are texts; {@code true} and {@code false} are what they say. */
    private static void put(ObjectNode data, String path, String value) {
        int dot = path.indexOf('.');
        if (dot > 0) {
            put(data.withObjectProperty(path.substring(0, dot)), path.substring(dot + 1), value);
        } else if (value.equals("true") || value.equals("false")) {
            data.put(path, Boolean.parseBoolean(value));
        } else {
            data.put(path, value);
        }
    }

    private static List<String> header(String line) {
        List<String> columns = fields(line.startsWith("\ufeff") ? line.substring(1) : line).stream()
                .map(String::strip)
                .toList();
        boolean known =
                columns.stream().allMatch(column -> ATTRIBUTES.contains(column) || column.matches("data\\." + FIELD));
        Set<String> distinct = new HashSet<>(columns);
        boolean nested =
                columns.stream().anyMatch(column -> columns.stream().anyMatch(other -> other.startsWith(column + ".")));
        if (!known || nested || distinct.size() != columns.size() || !distinct.containsAll(REQUIRED)) {
            throw invalid(
                    "csv.header",
                    "首行为列名：id、type、subject，可有 time、effectiveat、causationid，以及 data. 开头的各项",
                    "the first line names the columns: id, type, subject, perhaps time, effectiveat, causationid, and data.…");
        }
        return columns;
    }

    private static List<String> fields(String line) {
        try (CSVParser parser = CSVParser.parse(line, CSVFormat.RFC4180)) {
            List<CSVRecord> records = parser.getRecords();
            if (records.size() < 2) {
                return records.stream().flatMap(CSVRecord::stream).toList();
            }
        } catch (IOException | UncheckedIOException broken) {
            // told below
        }
        throw invalid("csv.quotes", "引号不成对", "a quote is not closed");
    }

    private static String text(byte[] file) {
        for (Charset charset : List.of(StandardCharsets.UTF_8, GB18030)) {
            try {
                return charset.newDecoder().decode(ByteBuffer.wrap(file)).toString();
            } catch (CharacterCodingException other) {
                // the next
            }
        }
        throw invalid("csv.encoding", "文件须为 UTF-8 或 GB 18030", "the file must be UTF-8 or GB 18030");
    }

    private static Problem invalid(String code, String zh, String en) {
        return ExchangeProblems.invalid("", code, zh, en);
    }
}
