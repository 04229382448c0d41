package io.hutong.tax.arrearsannouncement;

import io.hutong.events.TaxEvent.ArrearsAnnouncementCleared.Reason;
import io.hutong.identity.ArrearsAnnouncementId;
import io.hutong.identity.BizId;
import io.hutong.messaging.Outbox;
import io.hutong.messaging.UuidV7;
import io.hutong.tax.arrearsannouncement.Announcement.Clearance;
import io.hutong.tax.arrearsannouncement.Announcement.Debt;
import io.hutong.tax.arrearsannouncement.Announcement.Notice;
import io.hutong.tax.problem.TaxProblems;
import io.hutong.tax.receipt.Receipts;
import io.hutong.tax.taxpayer.Taxpayer;
import io.hutong.tax.taxpayer.Taxpayers;
import io.hutong.tax.taxpayer.Tenures;
import io.hutong.time.LegalTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * Records that arrears of a taxpayer were announced to the public, for the tenure that owes them and once for each line of a notice;
 * a later notice of the same debt takes the place of the earlier (Announcement of Tax Arrears Measures; Civil Code art. 56).
 */
@ApplicationScoped
public class AnnounceArrears {
    private final Taxpayers taxpayers;
    private final Tenures tenures;
    private final Announcements announcements;
    private final Outbox outbox;
    private final UuidV7 ids;
    private final Clock clock;

    public AnnounceArrears(
            Taxpayers taxpayers, Tenures tenures, Announcements announcements, Outbox outbox, UuidV7 ids, Clock clock) {
        this.taxpayers = taxpayers;
        this.tenures = tenures;
        this.announcements = announcements;
        this.outbox = outbox;
        this.ids = ids;
        this.clock = clock;
    }

    /** What a notice says of a business. */
    public record Command(BizId bizId, Debt debt, Notice notice) {}

    /** What is on record, and whether it was recorded just now. */
    public record Recorded(Announcement announcement, boolean fresh) {}

    @Transactional
    public Recorded handle(Command command) {
        BizId bizId = command.bizId();
        var line = new NoticeLine(command.debt(), command.notice());
        line.checkNotice(LegalTime.today(clock));
        if (!taxpayers.exists(bizId)) {
            throw TaxProblems.invalid("/bizId", "arrears.business", "没有这个经营主体", "there is no such business");
        }
        Receipts receipts = Receipts.locking(outbox, bizId, clock);
        Taxpayer taxpayer = taxpayers.require(bizId);
        line.checkDebt(taxpayer, tenures.of(bizId));
        List<Announcement> ofDebt = announcements.ofDebt(bizId, line.debt());
        Optional<Announcement> known = line.recordedIn(ofDebt);
        if (known.isPresent()) {
            return new Recorded(known.get(), false);
        }
        line.checkNewest(ofDebt);
        var state = new StateArrears(taxpayer, receipts, announcements, clock);
        return new Recorded(announced(bizId, line, ofDebt, state), true);
    }

    private Announcement announced(BizId bizId, NoticeLine line, List<Announcement> ofDebt, StateArrears state) {
        Announcement announcement = Announcement.recorded(
                new ArrearsAnnouncementId(ids.next()), bizId, line.debt(), line.notice(), clock.instant());
        state.announce(announcement);
        ofDebt.stream()
                .filter(Announcement::stands)
                .forEach(earlier -> state.clear(
                        earlier, new Clearance(Reason.REPLACED, line.notice().announcedOn(), null)));
        return announcement;
    }
}
