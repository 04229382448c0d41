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
    }
}
