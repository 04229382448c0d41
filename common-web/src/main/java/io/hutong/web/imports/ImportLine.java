package io.hutong.web.imports;

import io.hutong.identity.InvalidValue;
import io.hutong.web.CommonProblems;
import io.hutong.web.Problem;
import io.hutong.web.Violation;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One line of a file by its columns; {@code number} counts from 1, the header included. {@code cameOn} is the legal day on which
 * the file came first, where this line is tried again: what it leaves out means that day. Never prints its content.
 */
public record ImportLine(
        long number, Map<String, String> fields, @Nullable LocalDate cameOn) {
    public ImportLine {
        fields = Map.copyOf(fields);
    }

    public ImportLine(long number, Map<String, String> fields) {
        this(number, fields, null);
    }

    /** The trimmed text of a column; refuses the line if it is empty. */
    public String required(String column) {
        return optional(column)
                .orElseThrow(() -> Problem.of(
                        CommonProblems.INVALID_REQUEST,
                        "缺少必填的列。",
                        "A required column is empty.",
                        new Violation("/" + column, "column.empty", "此列不能为空", "this column cannot be empty")));
    }

    /** What a column says, in its own form; refuses the line, naming the column, if the value breaks that form. */
    public <T> T required(String column, Function<String, T> form) {
        try {
            return form.apply(required(column));
        } catch (InvalidValue broken) {
            throw Problem.of(
                    CommonProblems.INVALID_REQUEST,
                    broken.zh(),
                    broken.en(),
                    new Violation("/" + column, broken.code(), broken.zh(), broken.en()));
        }
    }

    public Optional<String> optional(String column) {
        return Optional.ofNullable(fields.get(column)).map(String::strip).filter(text -> !text.isEmpty());
    }

    @Override
    public String toString() {
        return "ImportLine[" + number + "]";
    }
}
