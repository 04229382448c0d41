package io.hutong.rules;

/** What a fact is compared with. */
sealed interface Operand {
    /** Written in the rule itself. */
    record Literal(Value value) implements Operand {}

    /** A value of the rule set, written with a dollar sign; unknown as long as the authority has not set it. */
    record OfSetting(Setting setting) implements Operand {}

    /** Another fact of the same type. */
    record OfFact(FactDeclaration fact) implements Operand {}
}
