package io.hutong.registration.register;

import io.hutong.web.Violation;
import java.util.List;

/**
 * Texts that people write into the register, and how long each may be: no longer than the contract carries and the tables
 * hold. Names with characters that nobody sees look like others and are not, so none are taken; a reason may have lines.
 */
public enum FactText {
    PERSON_NAME("person.name", Length.NAME, "姓名", "a person's name"),
    PHONE("person.phone", Length.NAME, "电话", "a phone number"),
    RESIDENCE("person.residence", Length.SENTENCE, "住所", "a residence"),
    CHECKED_BY("person.checked-by", Length.NAME, "核实人", "the name of who checked"),
    REGISTRAR("registrar.name", Length.NAME, "登记机关名称", "the registrar's name"),
    SCOPE_ITEM_ID("scope.item", Length.NAME, "经营范围条目编号", "the id of a scope item"),
    SCOPE_ITEM("scope.item", Length.SENTENCE, "经营范围条目", "the text of a scope item"),
    ADDRESS("text.length", Length.SENTENCE, "地址", "an address"),
    REASON("text.length", Length.SENTENCE, Lines.SEVERAL, "原因", "a reason"),
    DECISION_NO("text.length", Length.NAME, "决定书文号", "the number of a decision"),
    AUTHORITY("text.length", Length.NAME, "作出机关", "the name of an authority"),
    DOCUMENT_NO("text.length", Length.NAME, "文书号", "the number of a document");

    /** In characters, not in their halves: rare characters of names count once. */
    static final class Length {
        static final int NAME = 100;
        static final int SENTENCE = 500;

        private Length() {}

        static int of(String text) {
            return text.codePointCount(0, text.length());
        }
    }

    private enum Lines {
        ONE,
        SEVERAL
    }

    private final String code;
    private final int longest;
    private final Lines lines;
    private final String zh;
    private final String en;

    FactText(String code, int longest, String zh, String en) {
        this(code, longest, Lines.ONE, zh, en);
    }

    FactText(String code, int longest, Lines lines, String zh, String en) {
        this.code = code;
        this.longest = longest;
        this.lines = lines;
        this.zh = zh;
        this.en = en;
    }

    public int longest() {
        return longest;
    }

    /** Adds what is wrong with such a text to {@code found}. */
    public void check(String text, String pointer, List<Violation> found) {
        if (blank(text) || Length.of(text) > longest) {
            found.add(new Violation(
                    pointer, code, zh + "为 1 至 " + longest + " 个字", en + " has 1 to " + longest + " characters"));
        }
        if (hidden(lines == Lines.SEVERAL ? text.replaceAll("[\\r\\n\\t]", " ") : text)) {
            found.add(hidden(pointer, zh, en));
        }
    }

    // loops instead of streams: the initial load asks this of half a million texts
    static boolean blank(String text) {
        for (int i = 0; i < text.length(); i = text.offsetByCodePoints(i, 1)) {
            if (!space(text.codePointAt(i))) {
                return false;
            }
        }
        return true;
    }

    static boolean space(int character) {
        return Character.isWhitespace(character) || Character.isSpaceChar(character);
    }

    /** Whether the text has control characters, halves of characters, or others that cannot be seen. */
    static boolean hidden(String text) {
        for (int i = 0; i < text.length(); i = text.offsetByCodePoints(i, 1)) {
            if (hidden(text.codePointAt(i))) {
                return true;
            }
        }
        return false;
    }

    private static boolean hidden(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }

    static Violation hidden(String pointer, String zh, String en) {
        return new Violation(
                pointer,
                "text.characters",
                zh + "含有控制字符等不可见的字符或不完整的字符",
                en + " has control characters or others that cannot be seen");
    }
}
