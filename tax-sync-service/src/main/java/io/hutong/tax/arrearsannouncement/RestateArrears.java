package io.hutong.tax.arrearsannouncement;

import io.hutong.identity.BizId;
import io.hutong.messaging.Outbox;
import io.hutong.messaging.UuidV7;
import io.hutong.tax.problem.TaxProblems;
import io.hutong.tax.receipt.Receipts;
import io.hutong.tax.taxpayer.Taxpayers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;

/**
 * States again which announced arrears of a business stand, for an agency that left out an event and cannot tell them any more
 * (Announcement of Tax Arrears Measures).
 */
@ApplicationScoped
public class RestateArrears {
    private final Taxpayers taxpayers;
    private final Announcements announcements;
    private final Outbox outbox;
    private final UuidV7 ids;
    private final Clock clock;

    public RestateArrears(Taxpayers taxpayers, Announcements announcements, Outbox outbox, UuidV7 ids, Clock clock) {
        this.taxpayers = taxpayers;
        this.announcements = announcements;
        this.outbox = outbox;
        this.ids = ids;
        this.clock = clock;
    }

    /** What stands. */
    @Transactional
    public List<Announcement> handle(BizId bizId) {
        if (!taxpayers.exists(bizId)) {
            throw TaxProblems.notFound();
        }
        Receipts receipts = Receipts.locking(outbox, bizId, clock);
        return new StateArrears(taxpayers.require(bizId), receipts, announcements, clock).again(ids.next());
    }
}
