package io.hutong.rules;

import java.math.BigDecimal;
import java.time.LocalDate;

/** What a fact can be: a plain value, or known to be unknown or not applicable. */
public sealed interface Value {
    Value YES = new YesNo(true);
    Value NO = new YesNo(false);
    Value UNKNOWN = new Unknown();
    Value NOT_APPLICABLE = new NotApplicable();

    static Value of(boolean yes) {
        return yes ? YES : NO;
    }

    static Value choice(Enum<?> constant) {
        return new Choice(constant.name());
    }

    static Value number(long number) {
        return new Amount(BigDecimal.valueOf(number));
    }

    static Value fen(long fen) {
        return new Fen(fen);
    }

    static Value day(LocalDate day) {
        return new Day(day);
    }

    default boolean known() {
        return this != UNKNOWN && !(this instanceof Unknown);
    }

    /** As it is written in a rule file. */
    String text();

    /** An answer. */
    record YesNo(boolean yes) implements Value {
        @Override
        public String text() {
            return yes ? "yes" : "no";
        }
    }

    /** One of a closed list. */
    record Choice(String code) implements Value {
        @Override
        public String text() {
            return code;
        }
    }

    /** A number; 30 and 30.0 are the same. */
    record Amount(BigDecimal number) implements Value {
        public Amount {
            number = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
        }

        @Override
        public String text() {
            return number.toPlainString();
        }
    }

    /** Money, counted in fen. */
    record Fen(long fen) implements Value {
        @Override
        public String text() {
            return BigDecimal.valueOf(fen, 2).toPlainString() + " yuan";
        }
    }

    /** A legal day. */
    record Day(LocalDate day) implements Value {
        @Override
        public String text() {
            return day.toString();
        }
    }

    /** Nobody has said it yet. */
    record Unknown() implements Value {
        @Override
        public String text() {
            return "unknown";
        }
    }

    /** The question does not arise. */
    record NotApplicable() implements Value {
        @Override
        public String text() {
            return "not applicable";
        }
    }
}
