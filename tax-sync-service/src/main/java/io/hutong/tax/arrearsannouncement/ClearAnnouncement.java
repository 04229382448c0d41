package io.hutong.tax.arrearsannouncement;

import io.hutong.identity.ArrearsAnnouncementId;
import io.hutong.identity.BizId;
import io.hutong.messaging.Outbox;
import io.hutong.tax.arrearsannouncement.Announcement.Clearance;
import io.hutong.tax.problem.TaxProblems;
import io.hutong.tax.receipt.Receipts;
import io.hutong.tax.taxpayer.Taxpayers;
import io.hutong.time.LegalTime;
import io.hutong.web.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;

/** Records that announced arrears were paid, or should not have been announced (Announcement of Tax Arrears Measures). */
@ApplicationScoped
public class ClearAnnouncement {
    private final Taxpayers taxpayers;
    private final Announcements announcements;
    private final Outbox outbox;
    private final Clock clock;

    public ClearAnnouncement(Taxpayers taxpayers, Announcements announcements, Outbox outbox, Clock clock) {
        this.taxpayers = taxpayers;
        this.announcements = announcements;
        this.outbox = outbox;
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
        Announcement cleared = known.cleared(clearance);
        announcements.save(cleared);
        boolean stillAnnounced = announcements.of(bizId).stream()
                .anyMatch(other -> other.stands() && !other.id().equals(id));
        new StateArrears(taxpayers.require(bizId), receipts, clock).cleared(cleared, stillAnnounced);
        return new Cleared(cleared, true);
    }

    private static Announcement sameAgain(Announcement known, Clearance before, Clearance now) {
        if (before.reason() != now.reason() || !before.on().equals(now.on())) {
            throw Problem.of(TaxProblems.ANNOUNCEMENT_CLEARED, "该欠税公告已经解除。", "The announcement was cleared already.")
                    .with("clearedAs", before.reason().name());
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
