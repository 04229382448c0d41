package io.hutong.events;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A JSON object of strings and lists in the canonical form of RFC 8785 (names of ASCII letters only). */
final class CanonicalJson {
    private final Map<String, String> members = new TreeMap<>();

    CanonicalJson put(String name, String value) {
        members.put(name, quoted(value));
        return this;
    }

    CanonicalJson putIfPresent(String name, @Nullable String value) {
        return value == null ? this : put(name, value);
    }

    <T> CanonicalJson putAll(String name, List<T> values, Function<T, CanonicalJson> form) {
        members.put(
                name, values.stream().map(form).map(CanonicalJson::text).collect(Collectors.joining(",", "[", "]")));
        return this;
    }

    String text() {
        return members.entrySet().stream()
                .map(member -> quoted(member.getKey()) + ":" + member.getValue())
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder(text.length() + 2).append('"');
        for (char c : text.toCharArray()) {
            quoted.append(escaped(c));
        }
        return quoted.append('"').toString();
    }

    private static String escaped(char c) {
        return switch (c) {
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            case '\b' -> "\\b";
            case '\t' -> "\\t";
            case '\n' -> "\\n";
            case '\f' -> "\\f";
            case '\r' -> "\\r";
            default -> c < ' ' ? "\\u%04x".formatted((int) c) : String.valueOf(c);
        };
    }
}
