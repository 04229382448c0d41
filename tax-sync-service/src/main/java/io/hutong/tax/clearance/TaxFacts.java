package io.hutong.tax.clearance;

import io.hutong.rules.Fact;
import io.hutong.rules.Facts;
import io.hutong.rules.Value;
import java.util.HashMap;
import java.util.Map;

/**
 * What tax knows of the tenure that ends, by item code: {@code EVER_HANDLED_TAX} (T1), {@code UNDER_INSPECTION} (T2),
 * {@code ARREARS} and {@code LATE_FEE} (T3), {@code FINES} (T4), {@code INVOICE_EVER_ISSUED}, {@code INVOICES_CANCELLED},
 * {@code DEVICES_CANCELLED} (T5), {@code OTHER_OPEN.*} (T6). An absent item is unknown; only devices can be not
 * applicable, elsewhere that counts as unknown. Each fact carries its source, dates and the row it stands in. Tax secret.
 */
public record TaxFacts(Map<String, Fact> byItem) {
    public TaxFacts {
        byItem = Map.copyOf(byItem);
    }

    /** Values without origin, for trying the gate out. */
    public static TaxFacts of(Map<String, Value> values) {
        Map<String, Fact> facts = new HashMap<>();
        values.forEach((item, value) -> facts.put(item, Fact.of(value, "TAX")));
        return new TaxFacts(facts);
    }

    Facts asked() {
        return new Facts(byItem);
    }

    @Override
    public String toString() {
        return "TaxFacts[" + byItem.size() + "]";
    }
}
