package io.hutong.web.imports;

import io.hutong.web.CommonProblems;
import io.hutong.web.Problem;
import io.hutong.web.Violation;
import java.util.Map;
import java.util.Optional;

/** One line of a file by its columns; {@code number} counts from 1, the header included. Never prints its content. */
public record ImportLine(long number, Map<String, String> fields) {
    public ImportLine {
        fields = Map.copyOf(fields);
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

    public Optional<String> optional(String column) {
        return Optional.ofNullable(fields.get(column)).map(String::strip).filter(text -> !text.isEmpty());
    }

    @Override
    public String toString() {
        return "ImportLine[" + number + "]";
    }
}
