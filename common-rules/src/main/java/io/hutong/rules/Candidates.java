package io.hutong.rules;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The values worth trying for each fact: the present one and one for every way in which the rules can tell values
 * apart (each answer, each choice, and at, below and above every number, amount and day they compare with).
 */
final class Candidates {
    /** Values beyond these have no bit; the search then is no longer complete. */
    private static final int MOST = 63;

    private final Map<String, Set<Value>> byFact = new HashMap<>();
    private final Map<String, Integer> places = new HashMap<>();
    private final List<List<Value>> values = new ArrayList<>();
    private final Case present;

    Candidates(RuleSet ruleSet, Case present) {
        this.present = present;
        for (FactDeclaration fact : ruleSet.facts()) {
            byFact.put(fact.name(), plain(fact));
        }
        // twice: a fact compared with a fact takes over the boundaries found for the other
        for (int round = 0; round < 2; round++) {
            ruleSet.rules().forEach(rule -> rule.when().leaves(this::boundaries));
        }
        for (FactDeclaration fact : ruleSet.facts()) {
            if (fact.permanent().contains(present.value(fact))) {
                byFact.put(fact.name(), Set.of(present.given(fact)));
            }
            places.put(fact.name(), places.size());
            values.add(of(fact).stream().limit(MOST).toList());
        }
    }

    /** The place of a fact in every box. */
    int place(FactDeclaration fact) {
        return places.getOrDefault(fact.name(), 0);
    }

    /** The values of a fact in the order of their bits; the present one is the first. */
    List<Value> values(FactDeclaration fact) {
        return values.get(place(fact));
    }

    Box everything() {
        return Box.everything(places.size());
    }

    /** Whether values were left out. */
    boolean cut() {
        return byFact.values().stream().anyMatch(all -> all.size() > MOST);
    }

    private Set<Value> of(FactDeclaration fact) {
        return byFact.getOrDefault(fact.name(), Set.of(Value.UNKNOWN));
    }

    private Set<Value> plain(FactDeclaration fact) {
        Set<Value> values = new LinkedHashSet<>();
        values.add(present.given(fact));
        if (fact.type() == FactType.YES_NO) {
            values.add(Value.YES);
            values.add(Value.NO);
        }
        fact.choices().forEach(choice -> values.add(new Value.Choice(choice)));
        if (fact.mayBeNotApplicable()) {
            values.add(Value.NOT_APPLICABLE);
        }
        return values;
    }

    private void boundaries(Expression.Test test) {
        if (!test.fact().type().ordered() || !(test instanceof Expression.Comparison comparison)) {
            return;
        }
        for (Operand operand : comparison.operands()) {
            if (operand instanceof Operand.OfFact other) {
                around(test.fact(), present.value(other.fact()));
                around(other.fact(), present.value(test.fact()));
                Set<Value> theirs = new LinkedHashSet<>(of(other.fact()));
                of(test.fact()).forEach(value -> around(other.fact(), value));
                theirs.forEach(value -> around(test.fact(), value));
            } else {
                around(test.fact(), present.value(operand));
            }
        }
    }

    private void around(FactDeclaration fact, Value boundary) {
        Set<Value> values = byFact.computeIfAbsent(fact.name(), name -> new LinkedHashSet<>());
        if (boundary instanceof Value.Amount amount) {
            values.add(boundary);
            values.add(new Value.Amount(amount.number().subtract(BigDecimal.ONE)));
            values.add(new Value.Amount(amount.number().add(BigDecimal.ONE)));
        } else if (boundary instanceof Value.Fen money) {
            values.add(boundary);
            values.add(new Value.Fen(money.fen() - 1));
            values.add(new Value.Fen(money.fen() + 1));
        } else if (boundary instanceof Value.Day day) {
            values.add(boundary);
            values.add(new Value.Day(day.day().minusDays(1)));
            values.add(new Value.Day(day.day().plusDays(1)));
        }
    }
}
