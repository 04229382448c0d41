package io.hutong.tax.fact;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The facts of one tenure that hold on one day, each with the row it comes from. That a new tenure never handled a tax
 * matter is tax's own assumption: it gives way to whatever anybody stated of it, and to every fact that proves otherwise.
 */
public record StandingFacts(LocalDate on, Map<FactItem, TaxFact> byItem) {
    private static final Comparator<TaxFact> ORDER = Comparator.comparing(TaxFact::stated)
            .thenComparing(TaxFact::validFrom)
            .thenComparing(TaxFact::recordedAt)
            .thenComparing(fact -> fact.id().toString());

    public StandingFacts {
        byItem = Map.copyOf(byItem);
    }

    static StandingFacts of(List<TaxFact> facts, LocalDate on) {
        List<TaxFact> known = facts.stream()
                .filter(fact -> !fact.validFrom().isAfter(on))
                .sorted(ORDER)
                .toList();
        Map<FactItem, TaxFact> last = new EnumMap<>(FactItem.class);
        known.forEach(fact -> last.put(fact.item(), fact));
        TaxFact handled = last.get(FactItem.EVER_HANDLED_TAX);
        if (handled != null && handled.value() == FactValue.NO) {
            // What a person stated stands against what was put right since; what nobody stated, not even against that.
            List<TaxFact> against = handled.stated() ? List.copyOf(last.values()) : known;
            against.stream()
                    .filter(TaxFact::provesHandling)
                    .findFirst()
                    .ifPresent(proof -> last.put(FactItem.EVER_HANDLED_TAX, proof.as(FactItem.EVER_HANDLED_TAX)));
        }
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
