package io.hutong.tax.fact.adapter;

import io.hutong.events.Money;
import io.hutong.identity.OperatorTenureId;
import io.hutong.tax.fact.FactItem;
import io.hutong.tax.fact.FactStatement;
import io.hutong.tax.fact.FactValue;
import io.hutong.tax.problem.TaxProblems;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A fact to be recorded; without a day today, without a tenure the current one, which no day before it is given. */
record NewFactJson(
        @Nullable OperatorTenureId tenureId,
        String item,
        FactValue value,
        @Nullable Long amountFen,
        @Nullable String note,
        @Nullable LocalDate validFrom) {

    FactStatement statement(String source, LocalDate today) {
        FactItem known = FactItem.of(item)
                .orElseThrow(() -> TaxProblems.invalid("/item", "fact.item", "未知的事项代码", "no such item"));
        return new FactStatement(
                known,
                value,
                amountFen == null ? null : new Money(amountFen),
                note,
                source,
                validFrom == null ? today : validFrom);
    }
}
