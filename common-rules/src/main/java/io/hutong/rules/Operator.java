package io.hutong.rules;

import java.util.List;
import java.util.Optional;

/** The comparisons of the format, as they are written. Longer words first: reading takes the first that fits. */
enum Operator {
    IS_NOT_ONE_OF("is not one of", false),
    IS_ONE_OF("is one of", false),
    IS_AT_LEAST("is at least", true),
    IS_ON_OR_AFTER("is on or after", true),
    IS_AT_MOST("is at most", true),
    IS_ON_OR_BEFORE("is on or before", true),
    IS_MORE_THAN("is more than", true),
    IS_AFTER("is after", true),
    IS_LESS_THAN("is less than", true),
    IS_BEFORE("is before", true),
    IS_NOT("is not", false),
    IS("is", false);

    final String word;
    final boolean ordering;

    Operator(String word, boolean ordering) {
        this.word = word;
        this.ordering = ordering;
    }

    /** The operator at the beginning of a text. */
    static Optional<Operator> startOf(String text) {
        for (Operator operator : values()) {
            if (text.startsWith(operator.word + " ")) {
                return Optional.of(operator);
            }
        }
        return Optional.empty();
    }

    boolean takesList() {
        return this == IS_ONE_OF || this == IS_NOT_ONE_OF;
    }

    /** Holds for known values of one type. */
    boolean holds(Value left, List<Value> right) {
        return switch (this) {
            case IS, IS_ONE_OF -> right.contains(left);
            case IS_NOT, IS_NOT_ONE_OF -> !right.contains(left);
            case IS_AT_LEAST, IS_ON_OR_AFTER -> compare(left, right.get(0)) >= 0;
            case IS_AT_MOST, IS_ON_OR_BEFORE -> compare(left, right.get(0)) <= 0;
            case IS_MORE_THAN, IS_AFTER -> compare(left, right.get(0)) > 0;
            case IS_LESS_THAN, IS_BEFORE -> compare(left, right.get(0)) < 0;
        };
    }

    private static int compare(Value left, Value right) {
        if (left instanceof Value.Amount one && right instanceof Value.Amount other) {
            return one.number().compareTo(other.number());
        }
        if (left instanceof Value.Fen one && right instanceof Value.Fen other) {
            return Long.compare(one.fen(), other.fen());
        }
        if (left instanceof Value.Day one && right instanceof Value.Day other) {
            return one.day().compareTo(other.day());
        }
        throw new IllegalStateException("the reader lets only values of one ordered type be compared");
    }
}
