package io.hutong.identity;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Unified social credit code (统一社会信用代码, GB 32100-2015). Its check character is always right; the older check of the
 * organisation code inside may be wrong on codes issued long ago and is a warning, unless the caller is strict.
 */
public record UnifiedSocialCreditCode(String value) implements TextValue, Comparable<UnifiedSocialCreditCode> {
    /** What a wrong check character of the inner organisation code leads to. */
    public enum OrganisationCodeCheck {
        WARN,
        REJECT
    }

    private static final int LENGTH = 18;
    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final Pattern DIVISION = Pattern.compile("[1-9][0-9]{5}");
    private static final int SYNTHETIC_BODIES = 99_999;

    public UnifiedSocialCreditCode {
        requireForm(value);
        if (value.charAt(LENGTH - 1) != checkOf(value)) {
            throw InvalidValue.of("uscc.check", "统一社会信用代码校验码不符，请核对", "the check character of the code does not fit");
        }
    }

    /** Reads a code as typed: space around it, full-width forms and lower case are forgiven, look-alike letters are not. */
    public static UnifiedSocialCreditCode of(String text) {
        return new UnifiedSocialCreditCode(Cleaning.code(text));
    }

    public static UnifiedSocialCreditCode of(String text, OrganisationCodeCheck severity) {
        UnifiedSocialCreditCode code = of(text);
        if (severity == OrganisationCodeCheck.REJECT) {
            code.organisationCodeWarning().ifPresent(finding -> {
                throw new InvalidValue(finding);
            });
        }
        return code;
    }

    /** An individual business that never is a real one: GB 11714 leaves the bodies PDY00001 to PDY99999 to their users. */
    public static UnifiedSocialCreditCode synthetic(DivisionCode county, int n) {
        if (n < 1 || n > SYNTHETIC_BODIES || county.level() != DivisionCode.Level.COUNTY) {
            throw InvalidValue.of(
                    "uscc.synthetic",
                    "合成代码需要县级区划和 1 至 99999 的序号",
                    "a synthetic code takes a county and a number from 1 to 99999");
        }
        String body = "92" + county.value()
                + OrganisationCode.ofBody("PDY%05d".formatted(n)).value();
        return new UnifiedSocialCreditCode(body + checkOf(body));
    }

    /**
     * Registering department and class of entity ({@link CreditCodePrefixes}); never tells the present legal form (Order
     * 103 art. 17).
     */
    public String prefix() {
        return value.substring(0, 2);
    }

    /** The registrar's division at first registration; it does not follow the business. */
    public DivisionCode firstDivision() {
        return DivisionCode.of(value.substring(2, 8));
    }

    /** Characters 9 to 17, present when their own check character fits. */
    public Optional<OrganisationCode> organisationCode() {
        String code = value.substring(8, 17);
        return organisationCodeWarning().isPresent() ? Optional.empty() : Optional.of(new OrganisationCode(code));
    }

    /** What is wrong with the organisation code inside, if anything (GB 11714). */
    public Optional<Finding> organisationCodeWarning() {
        return OrganisationCode.checks(value.substring(8, 17))
                ? Optional.empty()
                : Optional.of(OrganisationCode.WRONG_CHECK);
    }

    @Override
    public int compareTo(UnifiedSocialCreditCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }

    private static void requireForm(String value) {
        if (value.length() != LENGTH) {
            throw InvalidValue.of("uscc.length", "统一社会信用代码应为 18 位", "a unified social credit code has 18 characters");
        }
        if (value.chars().anyMatch(c -> "IOSVZ".indexOf(c) >= 0)) {
            throw InvalidValue.of(
                    "uscc.look-alike",
                    "统一社会信用代码不使用字母 I、O、S、V、Z，请核对是否为数字 1、0、5、2 或其他字母",
                    "the letters I, O, S, V and Z do not occur in the code; look whether a digit 1, 0, 5 or 2 or another letter is meant");
        }
        if (value.chars().anyMatch(c -> ALPHABET.indexOf(c) < 0)) {
            throw InvalidValue.of(
                    "uscc.alphabet", "统一社会信用代码含有不允许的字符", "the code has a character that does not occur in such codes");
        }
        if (!DIVISION.matcher(value.substring(2, 8)).matches()) {
            throw InvalidValue.of("uscc.division", "统一社会信用代码第 3 至 8 位应为数字", "characters 3 to 8 of the code are digits");
        }
    }

    private static char checkOf(String code) {
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < LENGTH - 1; i++) {
            sum += ALPHABET.indexOf(code.charAt(i)) * weight;
            weight = weight * 3 % 31;
        }
        // r = 0 gives 31, which is written 0
        return ALPHABET.charAt((31 - sum % 31) % 31);
    }
}
