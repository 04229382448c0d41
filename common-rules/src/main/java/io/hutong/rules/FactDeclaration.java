package io.hutong.rules;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A fact that a rule set asks for. {@code mayBeNotApplicable}: the question need not arise, and then counts as
 * {@code countsAs} where that is given. A value in {@code permanent} never changes again once it is true, so no
 * suggestion to change it is made. {@code askedOf} tells who answers.
 */
public record FactDeclaration(
        String name,
        FactType type,
        Bilingual title,
        List<String> choices,
        boolean mayBeNotApplicable,
        @Nullable Value countsAs,
        Set<Value> permanent,
        @Nullable String askedOf) {
    public FactDeclaration {
        choices = List.copyOf(choices);
        permanent = Set.copyOf(permanent);
    }

    /** The value that counts: one that the declaration does not admit tells nothing and is unknown. */
    Value settle(Value given) {
        if (given instanceof Value.NotApplicable) {
            if (!mayBeNotApplicable) {
                return Value.UNKNOWN;
            }
            return countsAs == null ? Value.NOT_APPLICABLE : countsAs;
        }
        return admits(given) ? given : Value.UNKNOWN;
    }

    boolean admits(Value value) {
        if (value instanceof Value.Choice choice) {
            return type == FactType.CHOICE && choices.contains(choice.code());
        }
        return type.admits(value);
    }
}
