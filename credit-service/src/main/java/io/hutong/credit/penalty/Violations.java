package io.hutong.credit.penalty;

import io.hutong.web.Violation;
import java.util.List;
import java.util.regex.Pattern;

/** Codes of kinds of violations, as the authority's catalogue has them. */
final class Violations {
    private static final Pattern CODE = Pattern.compile("[A-Z0-9][A-Z0-9._-]{0,49}");

    private Violations() {}

    static List<Violation> defects(String code) {
        return CODE.matcher(code).matches()
                ? List.of()
                : List.of(new Violation(
                        "/violation",
                        "penalty.violation",
                        "违法行为代码为 1 至 50 个大写字母、数字和 ._-",
                        "the code of a violation is 1 to 50 capital letters, digits and ._-"));
    }
}
