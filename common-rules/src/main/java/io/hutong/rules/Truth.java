package io.hutong.rules;

/** Kleene's three values: what is not known stays unknown unless the known parts already decide. */
public enum Truth {
    YES,
    NO,
    UNKNOWN;

    public static Truth of(boolean known) {
        return known ? YES : NO;
    }

    public Truth and(Truth other) {
        if (this == NO || other == NO) {
            return NO;
        }
        return this == YES ? other : UNKNOWN;
    }

    public Truth or(Truth other) {
        return not().and(other.not()).not();
    }

    public Truth not() {
        return switch (this) {
            case YES -> NO;
            case NO -> YES;
            case UNKNOWN -> UNKNOWN;
        };
    }
}
