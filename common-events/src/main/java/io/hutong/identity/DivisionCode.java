package io.hutong.identity;

/** Administrative division (GB/T 2260, 6 digits) or statistical code below it (9 or 12 digits). */
public record DivisionCode(String value) implements TextValue {

    public static DivisionCode of(String text) {
        return new DivisionCode(text);
    }

    @Override
    public String toString() {
        return value;
    }
}
