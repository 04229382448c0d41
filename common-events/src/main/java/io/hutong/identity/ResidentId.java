package io.hutong.identity;

/** Resident identity number (公民身份号码, GB 11643-1999). It never prints itself. */
public record ResidentId(String value) implements TextValue {

    public static ResidentId of(String text) {
        return new ResidentId(text);
    }

    @Override
    public String toString() {
        return "ResidentId[masked]";
    }
}
