package io.hutong.credit.publication;

import io.hutong.web.Violation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The number that a platform gave to what it pushed here, and the day on which it had received that from the business. */
public record PlatformCase(String number, LocalDate receivedOn) {
    private static final Pattern NUMBER = Pattern.compile("[A-Za-z0-9._:-]{1,100}");

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
}
