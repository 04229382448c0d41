package io.hutong.rules;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/** Types a fact or value is declared with; the name in a file is in lower case with hyphens. */
public enum FactType {
    YES_NO("yes-no"),
    CHOICE("choice"),
    NUMBER("number"),
    MONEY("money"),
    DATE("date");

    private final String word;

    FactType(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }

    boolean ordered() {
        return this == NUMBER || this == MONEY || this == DATE;
    }

    static Optional<FactType> of(String word) {
        for (FactType type : values()) {
            if (type.word.equals(word)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }

    /** Whether a value is of this type; unknown and not applicable are of every type. */
    boolean admits(Value value) {
        return switch (this) {
            case YES_NO -> value instanceof Value.YesNo;
            case CHOICE -> value instanceof Value.Choice;
            case NUMBER -> value instanceof Value.Amount;
            case MONEY -> value instanceof Value.Fen;
            case DATE -> value instanceof Value.Day;
        };
    }

    /** A value as it is written in a file; empty when it is not of this type. */
    Optional<Value> read(String text) {
        try {
            return switch (this) {
                case YES_NO -> yesNo(text);
                case CHOICE -> text.isEmpty() ? Optional.empty() : Optional.of(new Value.Choice(text));
                case NUMBER -> Optional.of(new Value.Amount(new BigDecimal(text)));
                case MONEY -> money(text);
                case DATE -> Optional.of(new Value.Day(LocalDate.parse(text)));
            };
        } catch (ArithmeticException | NumberFormatException | DateTimeException notOfThisType) {
            return Optional.empty();
        }
    }

    private static Optional<Value> yesNo(String text) {
        return switch (text) {
            case "yes" -> Optional.of(Value.YES);
            case "no" -> Optional.of(Value.NO);
            default -> Optional.empty();
        };
    }

    private static Optional<Value> money(String text) {
        if (text.endsWith(" fen")) {
            return Optional.of(new Value.Fen(Long.parseLong(text.substring(0, text.length() - " fen".length()))));
        }
        if (text.endsWith(" yuan")) {
            BigDecimal yuan = new BigDecimal(text.substring(0, text.length() - " yuan".length()));
            return Optional.of(new Value.Fen(yuan.movePointRight(2).longValueExact()));
        }
        return Optional.empty();
    }
}
