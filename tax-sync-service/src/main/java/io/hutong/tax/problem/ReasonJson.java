package io.hutong.tax.problem;

/** Why an officer decides as he does; goes to market supervision, so it names no tax matter. */
public record ReasonJson(String reason) {
    private static final int LONGEST = 200;

    /** The reason, or 422. */
    public String checked() {
        if (reason.isBlank() || reason.length() > LONGEST) {
            throw TaxProblems.invalid(
                    "/reason", "reason.length", "理由必填，最多 200 个字符", "a reason has 1 to 200 characters");
        }
        return reason.strip();
    }
}
