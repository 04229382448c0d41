package io.hutong.web.imports;

import io.hutong.web.CommonProblems;
import io.hutong.web.Problem;
import io.hutong.web.Violation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * RFC 4180 in UTF-8 with one record a line: no line breaks within fields, so that a broken quote spoils its own line
 * alone.
 */
final class CsvFormat {
    static final int LONGEST_LINE = 64 * 1024;
    private static final char BYTE_ORDER_MARK = '\ufeff';

    private CsvFormat() {}

    /** The columns that the first line names; refuses the file unless they are those of the kind. */
    static List<String> header(byte @Nullable [] line, ImportKind<?> kind) {
        return header(line, kind.columns(), kind.optionalColumns());
    }

    private static List<String> header(byte @Nullable [] line, List<String> required, List<String> optional) {
        List<String> named = line == null ? List.of() : fields(line);
        if (!named.isEmpty() && named.get(0).indexOf(BYTE_ORDER_MARK) == 0) {
            named = new ArrayList<>(named);
            named.set(0, named.get(0).substring(1));
        }
        Set<String> columns = new HashSet<>(index(named).keySet());
        boolean whole = columns.size() == named.size() && columns.containsAll(required);
        required.forEach(columns::remove);
        optional.forEach(columns::remove);
        if (!whole || !columns.isEmpty()) {
            String wanted = String.join(",", required);
            String besides = optional.isEmpty() ? "" : "[," + String.join(",", optional) + "]";
            throw Problem.of(
                    CommonProblems.INVALID_REQUEST,
                    "首行应为列名：" + wanted + besides,
                    "The first line must name the columns: " + wanted + besides,
                    new Violation("/1", "csv.header", "首行的列名不符", "the first line does not name these columns"));
        }
        return List.copyOf(named);
    }

    static ImportLine line(RawLine raw, List<String> columns, @Nullable LocalDate cameOn) {
        List<String> values = fields(raw.bytes());
        if (values.size() != columns.size()) {
            throw broken("csv.columns", "列数应为 " + columns.size(), "there must be " + columns.size() + " columns");
        }
        Map<String, String> fields = new HashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            fields.put(columns.get(i), values.get(i));
        }
        return new ImportLine(raw.number(), fields, cameOn);
    }

    private static List<String> fields(byte[] bytes) {
        if (bytes.length >= LONGEST_LINE) {
            throw broken("csv.length", "一行最多 64 KiB", "a line has at most 64 KiB");
        }
        try (CSVParser parser = CSVParser.parse(text(bytes), CSVFormat.RFC4180)) {
            List<CSVRecord> records = parser.getRecords();
            if (records.size() > 1) {
                throw broken("csv.quotes", "引号不成对", "a quote is not closed");
            }
            return records.stream().flatMap(CSVRecord::stream).toList();
        } catch (IOException | UncheckedIOException e) {
            throw broken("csv.quotes", "引号不成对", "a quote is not closed");
        }
    }

    private static String text(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
        } catch (CharacterCodingException e) {
            throw broken("csv.encoding", "不是 UTF-8", "not UTF-8");
        }
    }

    private static Map<String, Integer> index(List<String> names) {
        Map<String, Integer> index = new HashMap<>();
        for (String name : names) {
            index.put(name.strip(), index.size());
        }
        return index;
    }

    private static Problem broken(String code, String zh, String en) {
        return Problem.of(CommonProblems.INVALID_REQUEST, zh, en, new Violation("", code, zh, en));
    }
}
