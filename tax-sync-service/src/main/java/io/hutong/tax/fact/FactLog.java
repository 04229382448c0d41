package io.hutong.tax.fact;

import io.hutong.identity.BizId;
import io.hutong.identity.OperatorTenureId;
import java.time.LocalDate;
import java.util.List;

/** Every statement ever recorded about a tenure; append-only. */
public interface FactLog {
    void append(List<TaxFact> facts);

    /** All statements of a tenure, in the order in which they stand against each other: by validity, then record. */
    List<TaxFact> of(OperatorTenureId tenureId);

    /** All statements of a business, newest record first. */
    List<TaxFact> of(BizId bizId);

    /** Those that hold on a day: per item the last that is valid by then. */
    default StandingFacts standing(OperatorTenureId tenureId, LocalDate on) {
        return StandingFacts.of(of(tenureId), on);
    }
}
