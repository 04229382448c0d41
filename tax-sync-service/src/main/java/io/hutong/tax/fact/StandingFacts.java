package io.hutong.tax.fact;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The facts of one tenure that hold on one day, each with the row it comes from. */
public record StandingFacts(LocalDate on, Map<FactItem, TaxFact> byItem) {
    private static final Comparator<TaxFact> ORDER = Comparator.comparing(TaxFact::validFrom)
            .thenComparing(TaxFact::recordedAt)
            .thenComparing(fact -> fact.id().toString());

    public StandingFacts {
        byItem = Map.copyOf(byItem);
    }

    static StandingFacts of(List<TaxFact> facts, LocalDate on) {
        Map<FactItem, TaxFact> last = new EnumMap<>(FactItem.class);
        facts.stream()
                .filter(fact -> !fact.validFrom().isAfter(on))
                .sorted(ORDER)
                .forEach(fact -> last.put(fact.item(), fact));
        return new StandingFacts(on, last);
    }

    public FactValue value(FactItem item) {
        TaxFact fact = byItem.get(item);
        return fact == null ? FactValue.UNKNOWN : fact.value();
    }

    public Optional<TaxFact> fact(FactItem item) {
        return Optional.ofNullable(byItem.get(item));
    }
}
