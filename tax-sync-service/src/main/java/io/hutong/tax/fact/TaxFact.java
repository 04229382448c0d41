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
    @Override
    public String toString() {
        return "TaxFact[" + id + "]";
    }
}
