package io.hutong.exchange.drop.adapter;

import io.hutong.exchange.drop.LineResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** The answer to a file: what became of each line, in UTF-8 with a byte order mark, which spreadsheets ask for. */
final class ResultFile {
    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader("line", "id", "status", "eventId", "code", "message")
            .get();

    private ResultFile() {}

    static byte[] of(List<LineResult> results) {
        var text = new StringBuilder("\ufeff");
        try (CSVPrinter printer = new CSVPrinter(text, FORMAT)) {
            for (LineResult result : results) {
                printer.printRecord(
                        result.line(),
                        harmless(result.id()),
                        result.status(),
                        result.eventId(),
                        result.code(),
                        result.message());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** A spreadsheet would run what begins like a formula. */
    private static @org.jspecify.annotations.Nullable String harmless(@org.jspecify.annotations.Nullable String id) {
        return id != null && !id.isEmpty() && "=+-@\t".indexOf(id.charAt(0)) >= 0 ? "'" + id : id;
    }
}
