package io.hutong.rules;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

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
        Boxes found = Boxes.everything();
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
        if (other == null || other.equals(test.fact())) {
            addFitting(test, Facts.none(), wanted, Box.EVERYTHING, found);
            return found;
        }
        for (Value value : candidates.of(other)) {
            Facts fixed = Facts.none().with(Map.of(other.name(), value));
            addFitting(test, fixed, wanted, Box.of(other.name(), Set.of(value)), found);
        }
        return found;
    }

    private void addFitting(Expression.Test test, Facts fixed, Wanted wanted, Box within, Boxes found) {
        Set<Value> fitting = new LinkedHashSet<>();
        for (Value value : candidates.of(test.fact())) {
            Facts tried = fixed.with(Map.of(test.fact().name(), value));
            if (wanted.meets(test.in(new Case(tried)))) {
                fitting.add(value);
            }
        }
        if (fitting.size() == candidates.of(test.fact()).size()) {
            found.add(within);
        } else if (!fitting.isEmpty()) {
            within.meet(Box.of(test.fact().name(), fitting)).ifPresent(found::add);
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
