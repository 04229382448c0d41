package io.hutong.credit.problem;

import io.hutong.web.CommonProblems;
import io.hutong.web.Problem;
import io.hutong.web.Violation;
import org.jspecify.annotations.Nullable;

/** What people write: something, and not too long. */
public final class Texts {
    private static final int LONGEST = 1000;

    private Texts() {}

    public static void refuseUnfit(@Nullable String text, String pointer) {
        if (text == null || text.isBlank() || text.length() > LONGEST) {
            throw Problem.of(
                    CommonProblems.INVALID_REQUEST,
                    "请写明理由。",
                    "Say why.",
                    new Violation(
                            pointer,
                            "text.length",
                            "须为 1 至 " + LONGEST + " 个字",
                            "must have 1 to " + LONGEST + " characters"));
        }
        if (text.codePoints().anyMatch(Texts::unprintable)) {
            throw Problem.of(
                    CommonProblems.INVALID_REQUEST,
                    "请去掉控制字符。",
                    "Leave the control characters out.",
                    new Violation(
                            pointer,
                            "text.characters",
                            "不得含有控制字符或不完整的字符",
                            "must not have control characters or halves of characters"));
        }
    }

    /** A text may have lines. */
    private static boolean unprintable(int character) {
        int type = Character.getType(character);
        return (type == Character.CONTROL && "\r\n\t".indexOf(character) < 0) || type == Character.SURROGATE;
    }
}
