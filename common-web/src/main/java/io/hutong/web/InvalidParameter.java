package io.hutong.web;

/** A query parameter that breaks a rule; the pointer names it with a question mark before. */
public final class InvalidParameter {
    private InvalidParameter() {}

    /** The sentences name the rule, never the value. */
    public static Problem of(String name, String code, String zh, String en) {
        return Problem.of(
                CommonProblems.INVALID_REQUEST,
                "请按 violations 所列更正后重试。",
                "Correct what violations names, then try again.",
                new Violation("?" + name, code, zh, en));
    }
}
