package io.hutong.tax.fact;

import io.hutong.identity.BizId;
import io.hutong.identity.OperatorTenureId;
import io.hutong.messaging.UuidV7;
import io.hutong.time.LegalTime;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

/** What tax assumes without anybody stating it, until a fact says otherwise; see {@link StandingFacts}. */
@ApplicationScoped
public class RecordSystemFacts {
    private final FactLog log;
    private final UuidV7 ids;
    private final Clock clock;

    public RecordSystemFacts(FactLog log, UuidV7 ids, Clock clock) {
        this.log = log;
        this.ids = ids;
        this.clock = clock;
    }

    /** A tenure that just begins has handled no tax matter (district notice, measure 3, first condition). */
    public void neverHandledTax(BizId bizId, OperatorTenureId tenureId, LocalDate since) {
        LocalDate today = LegalTime.today(clock);
        log.append(List.of(new TaxFact(
                ids.next(),
                bizId,
                tenureId,
                FactItem.EVER_HANDLED_TAX,
                FactValue.NO,
                null,
                null,
                TaxFact.SYSTEM,
                since.isAfter(today) ? today : since,
                clock.instant())));
    }
}
