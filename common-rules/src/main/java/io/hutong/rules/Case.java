package io.hutong.rules;

import java.util.HashMap;
import java.util.Map;

/** The facts of one decision while it is made: values settled by declaration, truths of conditions kept. */
final class Case {
    private final Facts facts;
    private final Map<String, Truth> truths = new HashMap<>();

    Case(Facts facts) {
        this.facts = facts;
    }

    Fact fact(FactDeclaration declaration) {
        return facts.get(declaration.name());
    }

    /** The value that counts. */
    Value value(FactDeclaration declaration) {
        return declaration.settle(facts.value(declaration.name()));
    }

    /** The value as recorded; unknown when the declaration does not admit it. */
    Value given(FactDeclaration declaration) {
        Value given = facts.value(declaration.name());
        return given instanceof Value.NotApplicable && declaration.mayBeNotApplicable() ? given : value(declaration);
    }

    Value value(Operand operand) {
        if (operand instanceof Operand.Literal literal) {
            return literal.value();
        }
        if (operand instanceof Operand.OfFact other) {
            return value(other.fact());
        }
        return ((Operand.OfSetting) operand).setting().value().orElse(Value.UNKNOWN);
    }

    Truth truth(Condition condition) {
        Truth known = truths.get(condition.id());
        if (known == null) {
            known = condition.when().in(this);
            truths.put(condition.id(), known);
        }
        return known;
    }
}
