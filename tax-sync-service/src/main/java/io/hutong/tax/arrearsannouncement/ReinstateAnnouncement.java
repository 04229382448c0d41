package io.hutong.tax.arrearsannouncement;

import io.hutong.events.TaxEvent.ArrearsAnnouncementCleared.Reason;
import io.hutong.identity.ArrearsAnnouncementId;
import io.hutong.identity.BizId;
import io.hutong.messaging.Outbox;
import io.hutong.messaging.UuidV7;
import io.hutong.tax.arrearsannouncement.Announcement.Clearance;
import io.hutong.tax.problem.TaxProblems;
import io.hutong.tax.receipt.Receipts;
import io.hutong.tax.taxpayer.Taxpayers;
import io.hutong.tax.taxpayer.Tenure;
import io.hutong.tax.taxpayer.Tenures;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;

/**
 * Takes back that announced arrears were paid: the same line is announced anew, under another id (Announcement of Tax Arrears
 * Measures). What it had ended stays ended for the record.
 */
@ApplicationScoped
public class ReinstateAnnouncement {
    private final Taxpayers taxpayers;
    private final Tenures tenures;
    private final Announcements announcements;
    private final Outbox outbox;
    private final UuidV7 ids;
    private final Clock clock;

    public ReinstateAnnouncement(
            Taxpayers taxpayers, Tenures tenures, Announcements announcements, Outbox outbox, UuidV7 ids, Clock clock) {
        this.taxpayers = taxpayers;
        this.tenures = tenures;
        this.announcements = announcements;
        this.outbox = outbox;
        this.ids = ids;
        this.clock = clock;
    }

    /** The announcement under which the line is on record now, and whether it was stated just now. */
    public record Reinstated(Announcement announcement, boolean fresh) {}

    @Transactional
    public Reinstated handle(ArrearsAnnouncementId id) {
        BizId bizId = announcements.businessOf(id).orElseThrow(TaxProblems::notFound);
        Receipts receipts = Receipts.locking(outbox, bizId, clock);
        Announcement known = announcements.find(id).orElseThrow(TaxProblems::notFound);
        Clearance clearance = known.clearance();
        if (clearance == null) {
            return new Reinstated(known, false);
        }
        ArrearsAnnouncementId anew = known.restatedAs();
        if (anew != null) {
            return new Reinstated(announcements.find(anew).orElseThrow(TaxProblems::notFound), false);
        }
        if (clearance.reason() != Reason.PAID || hasNewer(known) || isAnnulled(known)) {
            throw TaxProblems.cleared(id, clearance.reason());
        }
        var state = new StateArrears(taxpayers.require(bizId), receipts, announcements, clock);
        return new Reinstated(state.announceAnew(known, new ArrearsAnnouncementId(ids.next())), true);
    }

    /** Whether the debt was announced again since. */
    private boolean hasNewer(Announcement known) {
        return announcements.ofDebt(known.bizId(), known.debt()).stream()
                .filter(one -> !one.id().equals(known.id()))
                .anyMatch(one -> one.stands()
                        || one.notice().announcedOn().isAfter(known.notice().announcedOn()));
    }

    private boolean isAnnulled(Announcement known) {
        return tenures.find(known.debt().tenureId()).filter(Tenure::annulled).isPresent();
    }
}
