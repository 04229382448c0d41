package io.hutong.events;

import io.hutong.identity.DivisionCode;
import io.hutong.identity.Finding;
import io.hutong.identity.InvalidValue;
import io.hutong.identity.TextValue;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Code of one registered agency: its kind, the division that it answers for and, where there are several of a kind in one
 * division, a name of its own. {@code TOWN-620702102}, {@code HUD-620702}, {@code FI-620702-ABC}.
 */
public record AgencyCode(String value) implements TextValue, Comparable<AgencyCode> {
    private static final Pattern FORM = Pattern.compile("([A-Z]+)-([0-9]+)(?:-([A-Z0-9]{1,20}))?");

    public AgencyCode {
        Matcher parts = parts(value);
        kindOf(parts);
        DivisionCode.of(parts.group(2));
    }

    /** Reads the code in either case. */
    public static AgencyCode of(String text) {
        return new AgencyCode(text.strip().toUpperCase(Locale.ROOT));
    }

    public Agency kind() {
        return kindOf(parts(value));
    }

    public DivisionCode division() {
        return DivisionCode.of(parts(value).group(2));
    }

    /** What tells it from others of its kind in its division. */
    public Optional<String> suffix() {
        return Optional.ofNullable(parts(value).group(3));
    }

    @Override
    public int compareTo(AgencyCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }

    private static Matcher parts(String value) {
        Matcher parts = FORM.matcher(value);
        if (!parts.matches()) {
            throw invalid(
                    "agency-code.form",
                    "部门代码应为“类别-区划代码”或“类别-区划代码-简称”，如 TOWN-620702102",
                    "an agency code is KIND-DIVISION or KIND-DIVISION-SUFFIX, for example TOWN-620702102");
        }
        return parts;
    }

    private static Agency kindOf(Matcher parts) {
        try {
            return Agency.valueOf(parts.group(1));
        } catch (IllegalArgumentException unknown) {
            throw invalid("agency-code.kind", "部门代码的类别不存在", "the kind of the agency code is none of the known kinds");
        }
    }

    private static InvalidValue invalid(String code, String zh, String en) {
        return new InvalidValue(new Finding(code, zh, en));
    }
}
