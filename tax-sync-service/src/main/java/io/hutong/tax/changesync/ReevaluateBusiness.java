package io.hutong.tax.changesync;

import io.hutong.identity.BizId;
import io.hutong.messaging.Outbox;
import io.hutong.tax.receipt.Receipts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;

/** Puts what waits of one business to the rules again, in a transaction of its own. */
@ApplicationScoped
public class ReevaluateBusiness {
    private final Reevaluate reevaluate;
    private final Outbox outbox;
    private final Clock clock;

    ReevaluateBusiness(Reevaluate reevaluate, Outbox outbox, Clock clock) {
        this.reevaluate = reevaluate;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void handle(BizId bizId) {
        reevaluate.handle(bizId, Receipts.locking(outbox, bizId, clock));
    }
}
