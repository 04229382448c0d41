package io.hutong.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DatabindException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.InvalidNullException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.hutong.identity.InvalidValue;
import java.time.temporal.TemporalAccessor;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says what is wrong with a body and where, without a word of Jackson's own messages, which name classes and values. */
final class BodyFailures {
    private BodyFailures() {}

    static Problem of(JsonProcessingException failure) {
        Violation limit = limit(failure);
        if (limit != null) {
            return invalid(limit);
        }
        if (failure instanceof DatabindException databind && !syntax(databind)) {
            return ofShape(databind);
        }
        var where = failure.getLocation();
        String line = where == null ? "?" : where.getLineNr() + ":" + where.getColumnNr();
        return Problem.of(
                CommonProblems.MALFORMED_BODY,
                "请求正文在 " + line + "（行:列）处不是有效的 JSON。",
                "The body is not valid JSON at " + line + " (line:column).",
                new Violation("", "MALFORMED", "JSON 语法错误", "JSON syntax error"));
    }

    /** What is good JSON, but more than the reader takes. */
    private static @Nullable Violation limit(JsonProcessingException failure) {
        String pointer = failure instanceof JsonMappingException mapping ? pointer(mapping) : "";
        Throwable reason =
                failure instanceof DatabindException && failure.getCause() != null ? failure.getCause() : failure;
        if (reason instanceof InputCoercionException) {
            return new Violation(pointer, "OUT_OF_RANGE", "数值超出范围", "The number is out of range");
        }
        if (reason instanceof StreamConstraintsException) {
            return new Violation(
                    pointer, "TOO_MUCH", "文本或数字过长，或嵌套过深", "A text or number is too long, or the nesting too deep");
        }
        return null;
    }

    /** A syntax error inside an object arrives wrapped. */
    private static boolean syntax(DatabindException failure) {
        return failure.getCause() instanceof JsonProcessingException cause && !(cause instanceof DatabindException);
    }

    private static Problem ofShape(DatabindException failure) {
        String pointer = failure instanceof JsonMappingException mapping ? pointer(mapping) : "";
        InvalidValue invalid = invalidValue(failure);
        if (invalid != null) {
            return invalid(pointer, invalid);
        }
        return invalid(shape(failure, pointer));
    }

    static Problem invalid(String pointer, InvalidValue invalid) {
        return invalid(new Violation(pointer, invalid.code(), invalid.zh(), invalid.en()));
    }

    private static Problem invalid(Violation violation) {
        return Problem.of(
                CommonProblems.INVALID_REQUEST,
                "请按 violations 所列更正后重试。",
                "Correct what violations names, then try again.",
                violation);
    }

    private static Violation shape(DatabindException failure, String pointer) {
        if (failure instanceof UnrecognizedPropertyException) {
            return new Violation(pointer, "UNKNOWN_FIELD", "没有这个字段", "There is no such field");
        }
        if (failure instanceof InvalidNullException || RequiredComponents.isMissing(failure)) {
            return new Violation(pointer, "MISSING", "此字段必填", "The field is required");
        }
        if (failure instanceof InvalidFormatException format && format.getTargetType() != null) {
            Class<?> target = format.getTargetType();
            if (target.isEnum()) {
                String names = Arrays.stream(target.getEnumConstants())
                        .map(constant -> ((Enum<?>) constant).name())
                        .collect(Collectors.joining(", "));
                return new Violation(pointer, "NOT_ONE_OF", "须为以下之一：" + names, "Must be one of " + names);
            }
            if (TemporalAccessor.class.isAssignableFrom(target)) {
                return new Violation(
                        pointer,
                        "NOT_A_DATE",
                        "须为 ISO 8601 日期或时间，例如 2026-01-31",
                        "Must be an ISO 8601 date or time, for example 2026-01-31");
            }
        }
        return failure.getCause() instanceof IllegalArgumentException
                ? new Violation(pointer, "INVALID", "此处的值不符合规定", "The value breaks a rule")
                : new Violation(pointer, "WRONG_TYPE", "此处的值类型不对", "The value has the wrong type");
    }

    private static @Nullable InvalidValue invalidValue(Throwable failure) {
        for (Throwable link = failure; link != null; link = link.getCause()) {
            if (link instanceof InvalidValue invalid) {
                return invalid;
            }
        }
        return null;
    }

    private static String pointer(JsonMappingException failure) {
        var pointer = new StringBuilder();
        for (JsonMappingException.Reference step : failure.getPath()) {
            String name = step.getFieldName() == null ? Integer.toString(step.getIndex()) : step.getFieldName();
            pointer.append('/').append(name.replace("~", "~0").replace("/", "~1"));
        }
        return pointer.toString();
    }
}
