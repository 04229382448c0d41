package io.hutong.web.imports;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Cuts the lines of a file into steps: of the wanted size, and longer where the cut would part lines that belong in one
 * transaction.
 */
final class StepLines<T> {
    /** So many lines at most are taken beyond the wanted size. */
    static final int LONGEST = 100;

    /** Gives the lines of a file in their order; null after the last. */
    interface Source {
        byte @Nullable [] nextLine();
    }

    private final ImportKind<T> kind;
    private final List<String> columns;
    private final Source file;
    private final @Nullable LocalDate cameOn;
    private long number;
    private @Nullable ReadLine<T> ahead;

    /** {@code number} is that of the first line that the file gives. */
    StepLines(ImportKind<T> kind, List<String> columns, Source file, long number, @Nullable LocalDate cameOn) {
        this.kind = kind;
        this.columns = columns;
        this.file = file;
        this.number = number;
        this.cameOn = cameOn;
    }

    /** The lines of the next step; none after the last. */
    List<ReadLine<T>> next(int wanted) {
        List<ReadLine<T>> step = new ArrayList<>();
        ReadLine<T> line = ahead == null ? read() : ahead;
        while (line != null && (step.size() < wanted || step.size() < wanted + LONGEST && follows(step, line))) {
            step.add(line);
            line = read();
        }
        ahead = line;
        return step;
    }

    private boolean follows(List<ReadLine<T>> step, ReadLine<T> line) {
        return step.get(step.size() - 1).takenWith(line, kind);
    }

    private @Nullable ReadLine<T> read() {
        byte[] line = file.nextLine();
        return line == null ? null : ReadLine.of(kind, columns, new RawLine(number++, line), cameOn);
    }
}
