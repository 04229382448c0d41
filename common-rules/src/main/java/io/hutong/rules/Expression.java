package io.hutong.rules;

import java.util.List;
import java.util.function.Consumer;

/** What is asked of the facts. Every part has a value for every case: yes, no or unknown. */
sealed interface Expression {
    Truth in(Case facts);

    /** The tests at the leaves, in the order of the file. */
    void leaves(Consumer<Test> visitor);

    /** The named conditions directly below, not those inside them. */
    void conditions(Consumer<Condition> visitor);

    /** One question about one fact. */
    sealed interface Test extends Expression {
        FactDeclaration fact();

        @Override
        default void leaves(Consumer<Test> visitor) {
            visitor.accept(this);
        }

        @Override
        default void conditions(Consumer<Condition> visitor) {}
    }

    /** The fact against values of its type; unknown as long as either side is. */
    record Comparison(FactDeclaration fact, Operator operator, List<Operand> operands) implements Test {
        public Comparison {
            operands = List.copyOf(operands);
        }

        @Override
        public Truth in(Case facts) {
            Value left = facts.value(fact);
            List<Value> right = operands.stream().map(facts::value).toList();
            if (!left.known() || right.contains(Value.UNKNOWN)) {
                return Truth.UNKNOWN;
            }
            if (left instanceof Value.NotApplicable || right.contains(Value.NOT_APPLICABLE)) {
                return Truth.of(operator == Operator.IS_NOT || operator == Operator.IS_NOT_ONE_OF);
            }
            return Truth.of(operator.holds(left, right));
        }
    }

    /** Whether anything is known of the fact; itself never unknown. */
    record Standing(FactDeclaration fact, Asked asked) implements Test {
        enum Asked {
            UNKNOWN,
            KNOWN,
            NOT_APPLICABLE
        }

        @Override
        public Truth in(Case facts) {
            return switch (asked) {
                case UNKNOWN -> Truth.of(!facts.value(fact).known());
                case KNOWN -> Truth.of(facts.value(fact).known());
                case NOT_APPLICABLE -> notApplicable(facts.given(fact));
            };
        }

        private static Truth notApplicable(Value given) {
            return given.known() ? Truth.of(given instanceof Value.NotApplicable) : Truth.UNKNOWN;
        }
    }

    /** A condition by its name. */
    record Named(Condition condition) implements Expression {
        @Override
        public Truth in(Case facts) {
            return facts.truth(condition);
        }

        @Override
        public void leaves(Consumer<Test> visitor) {
            condition.when().leaves(visitor);
        }

        @Override
        public void conditions(Consumer<Condition> visitor) {
            visitor.accept(condition);
        }
    }

    /** Every part. */
    record All(List<Expression> parts) implements Expression {
        public All {
            parts = List.copyOf(parts);
        }

        @Override
        public Truth in(Case facts) {
            Truth truth = Truth.YES;
            for (Expression part : parts) {
                truth = truth.and(part.in(facts));
            }
            return truth;
        }

        @Override
        public void leaves(Consumer<Test> visitor) {
            parts.forEach(part -> part.leaves(visitor));
        }

        @Override
        public void conditions(Consumer<Condition> visitor) {
            parts.forEach(part -> part.conditions(visitor));
        }
    }

    /** At least one part. */
    record Any(List<Expression> parts) implements Expression {
        public Any {
            parts = List.copyOf(parts);
        }

        @Override
        public Truth in(Case facts) {
            Truth truth = Truth.NO;
            for (Expression part : parts) {
                truth = truth.or(part.in(facts));
            }
            return truth;
        }

        @Override
        public void leaves(Consumer<Test> visitor) {
            parts.forEach(part -> part.leaves(visitor));
        }

        @Override
        public void conditions(Consumer<Condition> visitor) {
            parts.forEach(part -> part.conditions(visitor));
        }
    }

    /** The contrary. */
    record Not(Expression part) implements Expression {
        @Override
        public Truth in(Case facts) {
            return part.in(facts).not();
        }

        @Override
        public void leaves(Consumer<Test> visitor) {
            part.leaves(visitor);
        }

        @Override
        public void conditions(Consumer<Condition> visitor) {
            part.conditions(visitor);
        }
    }
}
