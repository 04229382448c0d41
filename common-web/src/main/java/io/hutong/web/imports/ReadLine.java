package io.hutong.web.imports;

import io.hutong.identity.InvalidValue;
import io.hutong.web.Problem;
import io.hutong.web.imports.StepResult.Refusal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A line as its kind reads it: what it says, or why it is refused; neither if it is blank or left alone. */
record ReadLine<T>(
        long number, @Nullable T content, @Nullable Refusal refusal) {

    /** A line that was taken when the file came before. */
    static <T> ReadLine<T> leftAlone(long number) {
        return new ReadLine<>(number, null, null);
    }

    /** Whether anything is said of it now. */
    boolean worked() {
        return content != null || refusal != null;
    }

    static <T> ReadLine<T> of(ImportKind<T> kind, List<String> columns, RawLine raw, @Nullable LocalDate cameOn) {
        if (raw.blank()) {
            return new ReadLine<>(raw.number(), null, null);
        }
        try {
            return new ReadLine<>(raw.number(), kind.read(CsvFormat.line(raw, columns, cameOn)), null);
        } catch (Problem problem) {
            return new ReadLine<>(raw.number(), null, Refusal.of(raw.number(), problem));
        } catch (InvalidValue invalid) {
            return new ReadLine<>(raw.number(), null, Refusal.of(raw.number(), invalid));
        }
    }

    /** Whether the next line belongs in one transaction with this one. */
    boolean takenWith(ReadLine<T> next, ImportKind<T> kind) {
        return content != null && next.content != null && kind.together(content, next.content);
    }

    ReadLine<T> refused(Refusal reason) {
        return new ReadLine<>(number, null, reason);
    }
}
