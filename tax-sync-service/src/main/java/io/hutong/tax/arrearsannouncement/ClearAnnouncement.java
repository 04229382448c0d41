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
import io.hutong.time.LegalTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;

/**
 * Records that announced arrears were paid, or should not have been announced; what such a mistake had taken the place of is then
 * announced anew (Announcement of Tax Arrears Measures).
 */
@ApplicationScoped
public class ClearAnnouncement {
    private final Taxpayers taxpayers;
    private final Announcements announcements;
    private final Outbox outbox;
    private final UuidV7 ids;
    private final Clock clock;

    public ClearAnnouncement(Taxpayers taxpayers, Announcements announcements, Outbox outbox, UuidV7 ids, Clock clock) {
        this.taxpayers = taxpayers;
        this.announcements = announcements;
        this.outbox = outbox;
        this.ids = ids;
        this.clock = clock;
    }

    /** The announcement as it is afterwards, and whether it was cleared just now. */
    public record Cleared(Announcement announcement, boolean fresh) {}

    @Transactional
    public Cleared handle(ArrearsAnnouncementId id, Clearance clearance) {
        BizId bizId = announcements.businessOf(id).orElseThrow(TaxProblems::notFound);
        Receipts receipts = Receipts.locking(outbox, bizId, clock);
        Announcement known = announcements.find(id).orElseThrow(TaxProblems::notFound);
        check(known, clearance);
        Clearance before = known.clearance();
        if (before != null) {
            return new Cleared(sameAgain(known, before, clearance), false);
        }
        var state = new StateArrears(taxpayers.require(bizId), receipts, announcements, clock);
        if (clearance.reason() == Reason.WITHDRAWN) {
            replacedBy(known).ifPresent(earlier -> state.announceAnew(earlier, new ArrearsAnnouncementId(ids.next())));
        }
        return new Cleared(state.clear(known, clearance), true);
    }

    /** The newest other line of the debt, unless that ended otherwise. */
    private Optional<Announcement> replacedBy(Announcement mistake) {
        return announcements.ofDebt(mistake.bizId(), mistake.debt()).stream()
                .filter(one -> !one.id().equals(mistake.id()))
                .reduce((one, next) ->
                        next.notice().announcedOn().isBefore(one.notice().announcedOn()) ? one : next)
                .filter(ClearAnnouncement::isReplaced);
    }

    private static boolean isReplaced(Announcement announcement) {
        Clearance clearance = announcement.clearance();
        return clearance != null && clearance.reason() == Reason.REPLACED;
    }

    private static Announcement sameAgain(Announcement known, Clearance before, Clearance now) {
        ArrearsAnnouncementId anew = known.restatedAs();
        if (anew != null) {
            throw TaxProblems.cleared(anew, before.reason());
        }
        if (before.reason() != now.reason() || !before.on().equals(now.on())) {
            throw TaxProblems.cleared(known.id(), before.reason());
        }
        return known;
    }

    private void check(Announcement announcement, Clearance clearance) {
        if (clearance.on().isAfter(LegalTime.today(clock))
                || clearance.on().isBefore(announcement.notice().announcedOn())) {
            throw TaxProblems.invalid(
                    "/clearedOn",
                    "arrears.cleared-on",
                    "解除日期在公告日期与今天之间",
                    "the day is between that of the notice and today");
        }
        String note = clearance.note();
        if (note != null && (note.isBlank() || note.length() > 200)) {
            throw TaxProblems.invalid("/note", "text.length", "须为 1 至 200 个字", "has 1 to 200 characters");
        }
    }
}
