package io.hutong.tax.fact.adapter;

import io.hutong.tax.fact.FactsImport;
import io.hutong.tax.fact.FactsImports;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How far a file of facts came. */
record FactsImportJson(
        String importId,
        String state,
        Instant receivedAt,
        @Nullable Instant endedAt,
        long linesRead,
        long recorded,
        long broken) {

    static FactsImportJson of(FactsImport file) {
        return new FactsImportJson(
                file.id().toString(),
                file.state().name(),
                file.receivedAt(),
                file.endedAt(),
                file.linesRead(),
                file.recorded(),
                file.broken());
    }

    /** What is wrong with one line, in both languages and without its content. */
    record LineErrorJson(long line, String code, String zh, String en) {
        static LineErrorJson of(FactsImports.LineError error) {
            return new LineErrorJson(
                    error.line(),
                    error.finding().code(),
                    error.finding().zh(),
                    error.finding().en());
        }
    }
}
