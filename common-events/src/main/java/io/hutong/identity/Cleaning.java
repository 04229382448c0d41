package io.hutong.identity;

import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;

/** How typed codes are read: space around them, full-width forms and lower case are typing, not content. */
final class Cleaning {
    private static final int FULL_WIDTH_OFFSET = '！' - '!';
    private static final Pattern UUID_FORM = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private Cleaning() {}

    static String code(String text) {
        StringBuilder halfWidth = new StringBuilder(text.length());
        text.chars().map(Cleaning::halfWidth).forEach(c -> halfWidth.append((char) c));
        return halfWidth.toString().strip().toUpperCase(Locale.ROOT);
    }

    /** The UUID that the text spells in its usual form; Java's own parser also takes shortened ones. */
    static UUID uuid(String text, String what) {
        if (!UUID_FORM.matcher(text).matches()) {
            throw InvalidValue.of(what + ".uuid", "标识不是规范的 UUID", "the identifier is not a UUID in its usual form");
        }
        return UUID.fromString(text);
    }

    private static int halfWidth(int c) {
        if (c == '\u3000') {
            return ' ';
        }
        return c >= '！' && c <= '～' ? c - FULL_WIDTH_OFFSET : c;
    }
}
