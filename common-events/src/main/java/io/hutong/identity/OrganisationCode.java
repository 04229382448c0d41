package io.hutong.identity;

import java.util.regex.Pattern;

/** Organisation code (组织机构代码, GB 11714-1997): characters 9 to 17 of a unified social credit code. */
public record OrganisationCode(String value) implements TextValue {
    private static final Pattern FORM = Pattern.compile("[0-9A-Z]{8}[0-9X]");
    private static final int[] WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};
    private static final int BODY = WEIGHTS.length;
    static final Finding WRONG_CHECK = new Finding(
            "organisation-code.check", "组织机构代码校验码不符，请核对", "the check character of the organisation code does not fit");

    public OrganisationCode {
        if (!FORM.matcher(value).matches()) {
            throw InvalidValue.of(
                    "organisation-code.form",
                    "组织机构代码应为八位本体代码加一位校验码",
                    "an organisation code has eight characters and one check character");
        }
        if (!checks(value)) {
            throw new InvalidValue(WRONG_CHECK);
        }
    }

    /** Reads the code with or without its hyphen. */
    public static OrganisationCode of(String text) {
        return new OrganisationCode(Cleaning.code(text).replace("-", ""));
    }

    /** The code whose check character is computed for the eight characters given. */
    static OrganisationCode ofBody(String body) {
        return new OrganisationCode(body + checkOf(body));
    }

    static boolean checks(String code) {
        return checkOf(code) == code.charAt(BODY);
    }

    /** As printed on papers: {@code M000100Y-4}. */
    public String hyphenated() {
        return value.substring(0, BODY) + '-' + value.charAt(BODY);
    }

    @Override
    public String toString() {
        return value;
    }

    private static char checkOf(String code) {
        int sum = 0;
        for (int i = 0; i < BODY; i++) {
            // base 36, A = 10 … Z = 35: not the alphabet of the outer code
            sum += Character.digit(code.charAt(i), 36) * WEIGHTS[i];
        }
        int check = 11 - sum % 11;
        return check == 10 ? 'X' : check == 11 ? '0' : (char) ('0' + check);
    }
}
