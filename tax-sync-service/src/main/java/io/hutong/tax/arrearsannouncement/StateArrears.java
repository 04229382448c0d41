package io.hutong.tax.arrearsannouncement;

import io.hutong.events.TaxEvent;
import io.hutong.events.TaxEvent.ArrearsAnnounced;
import io.hutong.events.TaxEvent.ArrearsAnnouncementCleared;
import io.hutong.tax.arrearsannouncement.Announcement.Clearance;
import io.hutong.tax.receipt.Cause;
import io.hutong.tax.receipt.Receipts;
import io.hutong.tax.taxpayer.Taxpayer;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;

/** States what was announced and what was cleared of one taxpayer; one affair from the announcement to its end. */
final class StateArrears {
    private final Taxpayer taxpayer;
    private final Receipts receipts;
    private final Clock clock;

    StateArrears(Taxpayer taxpayer, Receipts receipts, Clock clock) {
        this.taxpayer = taxpayer;
        this.receipts = receipts;
        this.clock = clock;
    }

    void announced(Announcement announcement) {
        Announcement.Debt debt = announcement.debt();
        Announcement.Notice notice = announcement.notice();
        state(
                announcement,
                new ArrearsAnnounced(
                        announcement.id(),
                        taxpayer.uscc(),
                        debt.tenureId(),
                        debt.kind(),
                        notice.amount().fen(),
                        debt.owedFrom(),
                        notice.announcedOn(),
                        notice.number(),
                        notice.source()),
                notice.announcedOn());
    }

    /** {@code stillAnnounced}: whether another announcement of the business stands. */
    void cleared(Announcement announcement, boolean stillAnnounced) {
        Clearance clearance = Objects.requireNonNull(announcement.clearance());
        state(
                announcement,
                new ArrearsAnnouncementCleared(
                        announcement.id(),
                        taxpayer.uscc(),
                        announcement.debt().tenureId(),
                        clearance.reason(),
                        clearance.on(),
                        stillAnnounced),
                clearance.on());
    }

    private void state(Announcement announcement, TaxEvent event, LocalDate effectiveAt) {
        receipts.give(
                event,
                new Cause(
                        taxpayer.bizId(),
                        taxpayer.registrar().division(),
                        announcement.id().uuid(),
                        null,
                        clock.instant(),
                        effectiveAt));
    }
}
