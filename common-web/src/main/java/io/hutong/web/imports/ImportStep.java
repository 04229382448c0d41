package io.hutong.web.imports;

import io.hutong.identity.InvalidValue;
import io.hutong.web.Problem;
import io.hutong.web.Violation;
import io.hutong.web.imports.ImportTables.Work;
import io.hutong.web.imports.StepResult.Refusal;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Takes a few lines in one transaction together with the note how far the file has come. A line that is refused rolls
 * the step back and the others are taken without it.
 */
@ApplicationScoped
class ImportStep {
    /** A line as it stands in the file. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record RawLine(long number, byte[] bytes) {}

    private final ImportTables tables;

    ImportStep(ImportTables tables) {
        this.tables = tables;
    }

    /** False if another worker has taken the file over. */
    boolean take(ImportKind kind, Work work, String owner, List<String> columns, List<RawLine> lines) {
        Map<Long, Refusal> refused = new TreeMap<>();
        while (true) {
            try {
                return QuarkusTransaction.requiringNew().call(() -> {
                    StepResult result = takeAll(kind, columns, lines, refused);
                    boolean ours = tables.advance(work, owner, result);
                    if (!ours) {
                        QuarkusTransaction.setRollbackOnly();
                        return false;
                    }
                    result.refused().forEach(one -> tables.refuse(work.importId(), one.line(), one.reasonEn()));
                    return true;
                });
            } catch (LineRefused line) {
                refused.put(line.number, line.refusal);
            }
        }
    }

    private static StepResult takeAll(
            ImportKind kind, List<String> columns, List<RawLine> lines, Map<Long, Refusal> refused) {
        int taken = 0;
        int known = 0;
        for (RawLine raw : lines) {
            if (raw.bytes().length == 0 || refused.containsKey(raw.number())) {
                continue;
            }
            if (takeOne(kind, columns, raw) == ImportKind.Outcome.TAKEN) {
                taken++;
            } else {
                known++;
            }
        }
        return new StepResult(lines.size(), taken, known, List.copyOf(refused.values()));
    }

    private static ImportKind.Outcome takeOne(ImportKind kind, List<String> columns, RawLine raw) {
        try {
            return kind.take(CsvFormat.line(raw.number(), raw.bytes(), columns));
        } catch (Problem problem) {
            throw new LineRefused(raw.number(), refusal(raw.number(), problem));
        } catch (InvalidValue invalid) {
            throw new LineRefused(
                    raw.number(),
                    new Refusal(new RefusedLine(raw.number(), "", invalid.code(), invalid.zh()), invalid.en()));
        }
    }

    private static Refusal refusal(long number, Problem problem) {
        List<Violation> violations = problem.violations();
        if (violations.isEmpty()) {
            return new Refusal(
                    new RefusedLine(number, "", problem.type().slug(), problem.detailZh()), problem.detailEn());
        }
        String zh = violations.stream()
                .map(Violation::zh)
                .reduce((a, b) -> a + "；" + b)
                .orElse("");
        String en = violations.stream()
                .map(Violation::en)
                .reduce((a, b) -> a + "; " + b)
                .orElse("");
        Violation first = violations.get(0);
        return new Refusal(new RefusedLine(number, first.pointer().replaceFirst("^/", ""), first.code(), zh), en);
    }

    /** Rolls the step back and names the line to leave out. */
    private static final class LineRefused extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final long number;
        private final transient Refusal refusal;

        LineRefused(long number, Refusal refusal) {
            super("line " + number, null, false, false);
            this.number = number;
            this.refusal = refusal;
        }
    }
}
