package io.hutong.rules;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The smallest changes of facts that turn a decision to another outcome, computed from the rules: applying one turns
 * it, no proper part of one does. Nobody is advised to make a fact unknown, nor to change what is permanent.
 */
final class TurningChanges {
    private static final int MOST_PROVED = 12;

    private final RuleSet ruleSet;
    private final Facts facts;
    private final LocalDate on;
    private final Case present;
    private final Optional<String> outcome;
    private boolean cut;

    TurningChanges(RuleSet ruleSet, Facts facts, LocalDate on) {
        this.ruleSet = ruleSet;
        this.facts = facts;
        this.on = on;
        this.present = new Case(facts);
        this.outcome = ruleSet.decide(facts, on).outcome();
    }

    List<Turn> find() {
        Set<Map<String, Value>> sets = new LinkedHashSet<>();
        Candidates candidates = new Candidates(ruleSet, present);
        for (Box box : turned(candidates).list()) {
            concrete(box, candidates, sets);
        }
        List<Map<String, Value>> smallest = smallest(sets);
        return nearest(smallest).stream().map(this::turn).toList();
    }

    /** Every case that comes to another outcome: some row with one applies, and those before it are passed over. */
    private Boxes turned(Candidates candidates) {
        Search search = new Search(candidates);
        Boxes passed = Boxes.of(candidates.everything());
        Boxes turned = new Boxes();
        for (Rule rule : ruleSet.rulesOn(on)) {
            if (!outcome.equals(Optional.of(rule.outcome()))) {
                turned.addAll(passed.meet(search.find(rule.when(), Search.Wanted.YES)));
            }
            Search.Wanted passing = Decision.passesUnknown(rule) ? Search.Wanted.NOT_YES : Search.Wanted.NO;
            passed = passed.meet(search.find(rule.when(), passing));
        }
        cut = turned.cut() || passed.cut() || candidates.cut();
        return turned;
    }

    /** The changes that lead from the present case into the box. */
    private void concrete(Box box, Candidates candidates, Set<Map<String, Value>> sets) {
        List<Map<String, Value>> open = new ArrayList<>();
        open.add(new TreeMap<>());
        for (FactDeclaration fact : ruleSet.facts()) {
            Set<Value> allowed = allowed(box, candidates, fact);
            if (allowed.contains(present.given(fact))) {
                continue;
            }
            List<Map<String, Value>> longer = new ArrayList<>();
            for (Value value : allowed) {
                if (value.known() && !sameAsAnother(fact, value, allowed)) {
                    open.forEach(set -> longer.add(with(set, fact.name(), value)));
                }
            }
            open = longer;
        }
        sets.addAll(open);
    }

    private static Set<Value> allowed(Box box, Candidates candidates, FactDeclaration fact) {
        Set<Value> allowed = new LinkedHashSet<>();
        List<Value> values = candidates.values(fact);
        for (int bit = 0; bit < values.size(); bit++) {
            if ((box.allowed(candidates.place(fact)) & (1L << bit)) != 0) {
                allowed.add(values.get(bit));
            }
        }
        return allowed;
    }

    /** Not applicable is no suggestion of its own where it counts as an answer. */
    private static boolean sameAsAnother(FactDeclaration fact, Value value, Set<Value> allowed) {
        return value instanceof Value.NotApplicable && fact.countsAs() != null && allowed.contains(fact.countsAs());
    }

    private static Map<String, Value> with(Map<String, Value> set, String fact, Value value) {
        Map<String, Value> longer = new TreeMap<>(set);
        longer.put(fact, value);
        return longer;
    }

    private List<Map<String, Value>> smallest(Set<Map<String, Value>> sets) {
        List<Map<String, Value>> bySize = new ArrayList<>(sets);
        bySize.sort(Comparator.comparingInt(Map::size));
        List<Map<String, Value>> smallest = new ArrayList<>();
        for (Map<String, Value> set : bySize) {
            boolean contains = smallest.stream().anyMatch(less -> set.entrySet().containsAll(less.entrySet()));
            if (!contains && (!cut || proved(set))) {
                smallest.add(set);
            }
        }
        return smallest;
    }

    /** Where not every case was searched, each suggestion is proved by trying all its parts. */
    private boolean proved(Map<String, Value> set) {
        if (set.size() > MOST_PROVED) {
            return false;
        }
        List<Map.Entry<String, Value>> changes = new ArrayList<>(set.entrySet());
        for (int part = 1; part < (1 << changes.size()) - 1; part++) {
            Map<String, Value> some = new LinkedHashMap<>();
            for (int index = 0; index < changes.size(); index++) {
                if ((part & (1 << index)) != 0) {
                    some.put(changes.get(index).getKey(), changes.get(index).getValue());
                }
            }
            if (turns(some)) {
                return false;
            }
        }
        return turns(set);
    }

    private boolean turns(Map<String, Value> changes) {
        Optional<String> then = ruleSet.decide(facts.with(changes), on).outcome();
        return then.isPresent() && !then.equals(outcome);
    }

    /** Of changes that differ only in how far a number, amount or day is moved, the one that moves it least. */
    private List<Map<String, Value>> nearest(List<Map<String, Value>> smallest) {
        Map<Map<String, Value>, Map<String, Value>> kept = new LinkedHashMap<>();
        for (Map<String, Value> set : smallest) {
            Map<String, Value> shape = new TreeMap<>(set);
            shape.replaceAll(
                    (fact, value) -> ruleSet.fact(fact).type().ordered() && !(value instanceof Value.NotApplicable)
                            ? Value.UNKNOWN
                            : value);
            kept.merge(shape, set, (one, other) -> far(one).compareTo(far(other)) <= 0 ? one : other);
        }
        return List.copyOf(kept.values());
    }

    private BigDecimal far(Map<String, Value> set) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Map.Entry<String, Value> change : set.entrySet()) {
            BigDecimal from = measure(present.value(ruleSet.fact(change.getKey())));
            sum = sum.add(measure(change.getValue()).subtract(from).abs());
        }
        return sum;
    }

    private static BigDecimal measure(Value value) {
        if (value instanceof Value.Amount amount) {
            return amount.number();
        }
        if (value instanceof Value.Fen money) {
            return BigDecimal.valueOf(money.fen());
        }
        return value instanceof Value.Day day ? BigDecimal.valueOf(day.day().toEpochDay()) : BigDecimal.ZERO;
    }

    private Turn turn(Map<String, Value> set) {
        List<Turn.Change> changes = new ArrayList<>();
        for (FactDeclaration fact : ruleSet.facts()) {
            Value to = set.get(fact.name());
            if (to != null) {
                changes.add(new Turn.Change(fact.name(), fact.title(), present.given(fact), to));
            }
        }
        return new Turn(changes, ruleSet.decide(facts.with(set), on).outcome().orElse(Explanation.UNDETERMINED));
    }
}
