package io.hutong.systemtests.agencies.files;

import io.hutong.systemtests.agencies.party.Message;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** A file of lines about businesses, each of which has a {@code uscc} among its columns. */
public record CsvMessage(List<String> columns, List<List<String>> lines) implements Message<CsvMessage> {
    private static final String CODE = "uscc";

    public CsvMessage {
        columns = List.copyOf(columns);
        lines = lines.stream().map(List::copyOf).toList();
    }

    public String text() {
        StringBuilder text = new StringBuilder();
        try (CSVPrinter printer = new CSVPrinter(text, CSVFormat.RFC4180)) {
            printer.printRecord(columns);
            for (List<String> line : lines) {
                printer.printRecord(line);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /** The same lines in another file: the columns stand the other way round. */
    @Override
    public CsvMessage renewed() {
        return new CsvMessage(
                reversed(columns), lines.stream().map(CsvMessage::reversed).toList());
    }

    /** The last character of every business's code is another. */
    @Override
    public List<CsvMessage> withWrongCodes() {
        int code = columns.indexOf(CODE);
        return List.of(each(line -> {
            List<String> other = new ArrayList<>(line);
            other.set(code, misspelt(line.get(code)));
            return other;
        }));
    }

    /** Every line lacks its last column. */
    @Override
    public CsvMessage withWrongSchema() {
        return each(line -> line.subList(0, line.size() - 1));
    }

    private CsvMessage each(UnaryOperator<List<String>> change) {
        return new CsvMessage(columns, lines.stream().map(change).toList());
    }

    private static String misspelt(String code) {
        String last = code.endsWith("0") ? "1" : "0";
        return code.substring(0, code.length() - 1) + last;
    }

    private static List<String> reversed(List<String> cells) {
        List<String> other = new ArrayList<>(cells);
        Collections.reverse(other);
        return other;
    }
}
