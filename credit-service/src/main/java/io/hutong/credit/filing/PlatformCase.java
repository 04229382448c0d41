package io.hutong.credit.filing;

import io.hutong.credit.problem.CreditProblems;
import io.hutong.web.Violation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The number that a platform gave to what it pushed here, the day on which it had received that from the business at first, and in which
 * version it says so: corrections count up from the first push.
 */
public record PlatformCase(String number, LocalDate receivedOn, int version) {
    /** What a correction says again of the day of receipt. */
    public static final String RECEIVED =
            "The day on which the platform received the original application, not the correction 平台最初收到申请之日";

    private static final Pattern NUMBER = Pattern.compile("[A-Za-z0-9._:-]{1,100}");

    /** As it is pushed first. */
    public PlatformCase(String number, LocalDate receivedOn) {
        this(number, receivedOn, 1);
    }

    /** What is wrong with it as of today. */
    public List<Violation> defects(LocalDate today) {
        List<Violation> found = new ArrayList<>();
        if (!NUMBER.matcher(number).matches()) {
            found.add(new Violation(
                    "/caseNo",
                    "case-no.form",
                    "业务编号为 1 至 100 个字母、数字或 . _ : - 字符",
                    "a case number has 1 to 100 letters, digits, or characters of . _ : -"));
        }
        if (receivedOn.isAfter(today)) {
            found.add(new Violation("/receivedOn", "date.future", "收到日期不得晚于今天", "it was not received in the future"));
        }
        return found;
    }

    /** Nobody could have asked about the record before that day. */
    public List<Violation> tooEarly(LocalDate shownFrom) {
        return receivedOn.isBefore(shownFrom)
                ? List.of(new Violation(
                        "/receivedOn",
                        "date.before-publication",
                        "收到日期不得早于该记录的公示之日（" + shownFrom + "）",
                        "it was not received before the record was published (" + shownFrom + ")"))
                : List.of();
    }

    /** A correction may say rightly when the case was received, but that was before it was pushed at first. */
    public List<Violation> tooLate(LocalDate firstPushedOn) {
        return receivedOn.isAfter(firstPushedOn)
                ? List.of(new Violation(
                        "/receivedOn",
                        "date.after-push",
                        "收到日期是平台最初收到申请之日，不得晚于首次推送之日（" + firstPushedOn + "）",
                        "it is the day of the original receipt, not after the day of the first push (" + firstPushedOn
                                + ")"))
                : List.of();
    }

    /** Whoever decides has read the version that counts; where there is but one, it need not be named. */
    public static void refuseUnread(@Nullable PlatformCase pushed, @Nullable Integer read) {
        int present = pushed == null ? 1 : pushed.version();
        if (read == null ? present > 1 : read != present) {
            throw CreditProblems.caseUnread(present);
        }
    }

    /** True for a version that is known and says the same, false for the next one; any other is refused. */
    public boolean known(int newest, IntPredicate same) {
        boolean next = version == newest + 1;
        if (!next && (version < 1 || version > newest || !same.test(version))) {
            throw CreditProblems.caseVersion(newest);
        }
        return !next;
    }
}
