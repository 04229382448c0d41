package io.hutong.identity;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;

/** Resident identity number (公民身份号码, GB 11643-1999). It never prints itself. */
public record ResidentId(String value) implements TextValue {
    private static final Pattern FORM = Pattern.compile("[1-9][0-9]{16}[0-9X]");
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECKS = "10X98765432";
    private static final LocalDate FIRST_SYNTHETIC = LocalDate.of(1900, 1, 1);
    private static final int SYNTHETIC_DAYS = 3652;

    public ResidentId {
        if (!FORM.matcher(value).matches()) {
            throw InvalidValue.of(
                    "resident-id.form",
                    "公民身份号码应为 17 位数字加一位校验码",
                    "a resident identity number has 17 digits and a check character");
        }
        birthDateOf(value);
        if (checkOf(value) != value.charAt(17)) {
            throw InvalidValue.of(
                    "resident-id.check", "公民身份号码校验码不符，请核对", "the check character of the identity number does not fit");
        }
    }

    public static ResidentId of(String text) {
        return new ResidentId(Cleaning.code(text));
    }

    /** As {@link #of(String)}, and nobody is born after {@code today}. */
    public static ResidentId of(String text, LocalDate today) {
        ResidentId id = of(text);
        if (id.birthDate().isAfter(today)) {
            throw InvalidValue.of("resident-id.future", "公民身份号码中的出生日期晚于今天", "the date of birth lies in the future");
        }
        return id;
    }

    /** A number of nobody alive: born 1900 to 1909, a day further with each {@code n}. */
    public static ResidentId synthetic(DivisionCode county, int n) {
        if (n < 0 || n >= SYNTHETIC_DAYS * 1000 || county.value().length() != 6) {
            throw InvalidValue.of(
                    "resident-id.synthetic",
                    "合成号码需要六位区划代码和 0 至 3651999 的序号",
                    "a synthetic number takes a division of six digits and a number from 0 to 3651999");
        }
        LocalDate born = FIRST_SYNTHETIC.plusDays(n % SYNTHETIC_DAYS);
        String body =
                county.value() + born.format(DateTimeFormatter.BASIC_ISO_DATE) + "%03d".formatted(n / SYNTHETIC_DAYS);
        return new ResidentId(body + checkOf(body));
    }

    public LocalDate birthDate() {
        return birthDateOf(value);
    }

    /** Where the number was first given; the division may no longer exist. */
    public DivisionCode firstDivision() {
        return DivisionCode.of(value.substring(0, 6));
    }

    @Override
    public String toString() {
        return "ResidentId[masked]";
    }

    private static LocalDate birthDateOf(String value) {
        int date = Integer.parseInt(value.substring(6, 14));
        try {
            return LocalDate.of(date / 10_000, date / 100 % 100, date % 100);
        } catch (DateTimeException impossible) {
            // without its cause, whose message repeats a part of the number
            throw InvalidValue.of("resident-id.birth-date", "公民身份号码中的出生日期不存在", "the date of birth does not exist");
        }
    }

    private static char checkOf(String value) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += Character.digit(value.charAt(i), 10) * WEIGHTS[i];
        }
        return CHECKS.charAt(sum % 11);
    }
}
