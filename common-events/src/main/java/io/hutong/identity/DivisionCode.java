package io.hutong.identity;

import java.util.Optional;
import java.util.regex.Pattern;

/** Administrative division (GB/T 2260, 6 digits) or statistical code below it (9 or 12 digits). */
public record DivisionCode(String value) implements TextValue, Comparable<DivisionCode> {
    /** How deep a code reaches. */
    public enum Level {
        PROVINCE(2),
        PREFECTURE(4),
        COUNTY(6),
        TOWNSHIP(9),
        VILLAGE(12);

        private final int digits;

        Level(int digits) {
            this.digits = digits;
        }
    }

    private static final Pattern FORM = Pattern.compile("[1-9][0-9]{5}(?:[0-9]{3}){0,2}");

    public DivisionCode {
        if (!FORM.matcher(value).matches()) {
            throw InvalidValue.of("division.form", "区划代码应为 6、9 或 12 位数字", "a division code has 6, 9 or 12 digits");
        }
    }

    public static DivisionCode of(String text) {
        return new DivisionCode(Cleaning.code(text));
    }

    public Level level() {
        if (value.length() > Level.COUNTY.digits) {
            return value.length() == Level.TOWNSHIP.digits || value.endsWith("000") ? Level.TOWNSHIP : Level.VILLAGE;
        }
        if (value.endsWith("0000")) {
            return Level.PROVINCE;
        }
        return value.endsWith("00") ? Level.PREFECTURE : Level.COUNTY;
    }

    /** The division one level up; none above a province. */
    public Optional<DivisionCode> parent() {
        return switch (level()) {
            case PROVINCE -> Optional.empty();
            case PREFECTURE -> Optional.of(cut(Level.PROVINCE));
            case COUNTY -> Optional.of(cut(Level.PREFECTURE));
            case TOWNSHIP -> Optional.of(cut(Level.COUNTY));
            case VILLAGE -> Optional.of(cut(Level.TOWNSHIP));
        };
    }

    /** The first six digits: the county, or the larger division that the code names itself. */
    public DivisionCode county() {
        return cut(Level.COUNTY);
    }

    /** Whether this is the other division or lies in it. */
    public boolean within(DivisionCode other) {
        return value.startsWith(other.value.substring(0, other.level().digits));
    }

    @Override
    public int compareTo(DivisionCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }

    private DivisionCode cut(Level level) {
        String head = value.substring(0, level.digits);
        return new DivisionCode(head.length() < Level.COUNTY.digits ? (head + "0000").substring(0, 6) : head);
    }
}
