package io.hutong.tax.arrearsannouncement;

import io.hutong.events.TaxEvent;
import io.hutong.events.TaxEvent.ArrearsAnnounced;
import io.hutong.events.TaxEvent.ArrearsAnnouncementCleared;
import io.hutong.events.TaxEvent.ArrearsRestated;
import io.hutong.identity.ArrearsAnnouncementId;
import io.hutong.tax.arrearsannouncement.Announcement.Clearance;
import io.hutong.tax.receipt.Cause;
import io.hutong.tax.receipt.Receipts;
import io.hutong.tax.taxpayer.Taxpayer;
import io.hutong.time.LegalTime;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * Records and states what was announced and what was cleared of one taxpayer; one affair from the announcement to its end. Where a
 * line takes the place of another it is stated first, so that nobody reads in between that nothing is owed.
 */
final class StateArrears {
    private final Taxpayer taxpayer;
    private final Receipts receipts;
    private final Announcements announcements;
    private final Clock clock;

    StateArrears(Taxpayer taxpayer, Receipts receipts, Announcements announcements, Clock clock) {
        this.taxpayer = taxpayer;
        this.receipts = receipts;
        this.announcements = announcements;
        this.clock = clock;
    }

    void announce(Announcement announcement) {
        announcements.add(announcement);
        say(announcement);
    }

    /** Says all that stands once more, and then that this is all. */
    List<Announcement> again(UUID affair) {
        List<Announcement> standing = announcements.of(taxpayer.bizId()).stream()
                .filter(Announcement::stands)
                .toList();
        standing.forEach(this::say);
        state(affair, new ArrearsRestated(taxpayer.uscc(), ids(standing)), LegalTime.today(clock));
        return standing;
    }

    private void say(Announcement announcement) {
        Announcement.Debt debt = announcement.debt();
        Announcement.Notice notice = announcement.notice();
        state(
                announcement.id().uuid(),
                new ArrearsAnnounced(
                        announcement.id(),
                        taxpayer.uscc(),
                        debt.tenureId(),
                        debt.kind(),
                        notice.amount().fen(),
                        debt.owedFrom(),
                        notice.announcedOn(),
                        notice.number(),
                        notice.source(),
                        standing()),
                notice.announcedOn());
    }

    Announcement clear(Announcement announcement, Clearance clearance) {
        Announcement cleared = announcement.cleared(clearance);
        announcements.save(cleared);
        state(
                cleared.id().uuid(),
                new ArrearsAnnouncementCleared(
                        cleared.id(),
                        taxpayer.uscc(),
                        cleared.debt().tenureId(),
                        clearance.reason(),
                        clearance.on(),
                        standing()),
                clearance.on());
        return cleared;
    }

    /** Says a line anew that was cleared and should not have been. */
    Announcement announceAnew(Announcement cleared, ArrearsAnnouncementId id) {
        announcements.save(cleared.restatedAs(id));
        Announcement anew =
                Announcement.recorded(id, cleared.bizId(), cleared.debt(), cleared.notice(), clock.instant());
        announce(anew);
        return anew;
    }

    private List<ArrearsAnnouncementId> standing() {
        return ids(announcements.of(taxpayer.bizId()).stream()
                .filter(Announcement::stands)
                .toList());
    }

    private static List<ArrearsAnnouncementId> ids(List<Announcement> some) {
        return some.stream().map(Announcement::id).toList();
    }

    private void state(UUID affair, TaxEvent event, LocalDate effectiveAt) {
        receipts.give(
                event,
                new Cause(
                        taxpayer.bizId(), taxpayer.registrar().division(), affair, null, clock.instant(), effectiveAt));
    }
}
