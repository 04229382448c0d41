package io.hutong.tax.fact;

import io.hutong.events.Money;
import io.hutong.identity.BizId;
import io.hutong.identity.OperatorTenureId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One statement about one tenure, never changed: a later one for the same item stands against it. Tax secret. */
public record TaxFact(
        UUID id,
        BizId bizId,
        OperatorTenureId tenureId,
        FactItem item,
        FactValue value,
        @Nullable Money amount,
        @Nullable String note,
        String source,
        LocalDate validFrom,
        Instant recordedAt) {
    /** The source of what tax assumes without anybody stating it. */
    public static final String SYSTEM = "SYSTEM";

    /** Somebody stated it: an officer, a file. */
    boolean stated() {
        return !SYSTEM.equals(source);
    }

    /** Who owes, is inspected or drew invoices has handled a tax matter. */
    boolean provesHandling() {
        return value == FactValue.YES && item.provesHandling();
    }

    /** The same row as the answer to another question. */
    TaxFact as(FactItem other) {
        return new TaxFact(id, bizId, tenureId, other, value, amount, note, source, validFrom, recordedAt);
    }

    @Override
    public String toString() {
        return "TaxFact[" + id + "]";
    }
}
