package io.hutong.rules;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds the cases in which an expression is answered in a wanted way, as a union of boxes, from the rule itself. */
final class Search {
    /** What is wanted of an answer. Closed under negation, and of {@code all} and {@code any} each is one rule. */
    enum Wanted {
        YES,
        NO,
        NOT_YES,
        NOT_NO;

        boolean meets(Truth truth) {
            return switch (this) {
                case YES -> truth == Truth.YES;
                case NO -> truth == Truth.NO;
                case NOT_YES -> truth != Truth.YES;
                case NOT_NO -> truth != Truth.NO;
            };
        }

        Wanted opposite() {
            return switch (this) {
                case YES -> NO;
                case NO -> YES;
                case NOT_YES -> NOT_NO;
                case NOT_NO -> NOT_YES;
            };
        }

        boolean ofEveryPartOfAll() {
            return this == YES || this == NOT_NO;
        }
    }

    private final Candidates candidates;

    Search(Candidates candidates) {
        this.candidates = candidates;
    }

    Boxes find(Expression expression, Wanted wanted) {
        if (expression instanceof Expression.Named named) {
            return find(named.condition().when(), wanted);
        }
        if (expression instanceof Expression.Not not) {
            return find(not.part(), wanted.opposite());
        }
        if (expression instanceof Expression.All all) {
            return wanted.ofEveryPartOfAll() ? every(all.parts(), wanted) : some(all.parts(), wanted);
        }
        if (expression instanceof Expression.Any any) {
            return wanted.ofEveryPartOfAll() ? some(any.parts(), wanted) : every(any.parts(), wanted);
        }
        return leaf((Expression.Test) expression, wanted);
    }

    private Boxes every(List<Expression> parts, Wanted wanted) {
        Boxes found = Boxes.of(candidates.everything());
        for (Expression part : parts) {
            found = found.meet(find(part, wanted));
        }
        return found;
    }

    private Boxes some(List<Expression> parts, Wanted wanted) {
        Boxes found = new Boxes();
        parts.forEach(part -> found.addAll(find(part, wanted)));
        return found;
    }

    private Boxes leaf(Expression.Test test, Wanted wanted) {
        FactDeclaration other = otherFact(test);
        Boxes found = new Boxes();
        Box everything = candidates.everything();
        if (other == null || other.equals(test.fact())) {
            addFitting(test, Map.of(), wanted, everything, found);
            return found;
        }
        List<Value> values = candidates.values(other);
        for (int bit = 0; bit < values.size(); bit++) {
            Box within = everything.only(candidates.place(other), 1L << bit);
            addFitting(test, Map.of(other.name(), Fact.of(values.get(bit), "")), wanted, within, found);
        }
        return found;
    }

    private void addFitting(Expression.Test test, Map<String, Fact> fixed, Wanted wanted, Box within, Boxes found) {
        List<Value> values = candidates.values(test.fact());
        long fitting = 0;
        for (int bit = 0; bit < values.size(); bit++) {
            Map<String, Fact> tried = new HashMap<>(fixed);
            tried.put(test.fact().name(), Fact.of(values.get(bit), ""));
            if (wanted.meets(test.in(new Case(new Facts(tried))))) {
                fitting |= 1L << bit;
            }
        }
        if (fitting == (1L << values.size()) - 1) {
            found.add(within);
        } else if (fitting != 0) {
            found.add(within.only(candidates.place(test.fact()), fitting));
        }
    }

    private static @org.jspecify.annotations.Nullable FactDeclaration otherFact(Expression.Test test) {
        if (test instanceof Expression.Comparison comparison) {
            for (Operand operand : comparison.operands()) {
                if (operand instanceof Operand.OfFact of) {
                    return of.fact();
                }
            }
        }
        return null;
    }
}
