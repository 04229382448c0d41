package io.hutong.tax.fact.adapter;

import io.hutong.events.Money;
import io.hutong.tax.fact.TaxFact;
import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A recorded fact as an officer sees it. */
@Schema(name = "StatedFact")
record FactJson(
        String factId,
        String tenureId,
        String item,
        String value,
        @Nullable Long amountFen,
        @Nullable String note,
        String source,
        LocalDate validFrom,
        Instant recordedAt) {
    static FactJson of(TaxFact fact) {
        Money amount = fact.amount();
        return new FactJson(
                fact.id().toString(),
                fact.tenureId().value(),
                fact.item().code(),
                fact.value().name(),
                amount == null ? null : amount.fen(),
                fact.note(),
                fact.source(),
                fact.validFrom(),
                fact.recordedAt());
    }
}
