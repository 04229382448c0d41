package io.hutong.tax.arrearsannouncement;

import io.hutong.events.Money;
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
import io.hutong.tax.taxpayer.Tenure;
import io.hutong.tax.taxpayer.Tenures;
import io.hutong.time.LegalTime;
import io.hutong.web.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
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
        checkNotice(command.notice());
        if (!taxpayers.exists(bizId)) {
            throw TaxProblems.invalid("/bizId", "arrears.business", "没有这个经营主体", "there is no such business");
        }
        Receipts receipts = Receipts.locking(outbox, bizId, clock);
        Taxpayer taxpayer = taxpayers.require(bizId);
        checkDebt(taxpayer, command.debt(), command.notice());
        List<Announcement> ofDebt = announcements.ofDebt(bizId, command.debt());
        Optional<Announcement> same = ofDebt.stream()
                .filter(one -> one.notice().number().equals(command.notice().number()))
                .findFirst();
        if (same.isPresent()) {
            return new Recorded(unchanged(same.get(), command.notice()), false);
        }
        checkNewest(ofDebt, command.notice());
        var state = new StateArrears(taxpayer, receipts, announcements, clock);
        Announcement announcement = Announcement.recorded(
                new ArrearsAnnouncementId(ids.next()), bizId, command.debt(), command.notice(), clock.instant());
        state.announce(announcement);
        ofDebt.stream()
                .filter(Announcement::stands)
                .forEach(earlier -> state.clear(
                        earlier, new Clearance(Reason.REPLACED, command.notice().announcedOn(), null)));
        return new Recorded(announcement, true);
    }

    /** What does not stand any longer is not recorded by saying it again: whoever tries would believe that it was. */
    private static Announcement unchanged(Announcement known, Notice notice) {
        Clearance clearance = known.clearance();
        if (clearance != null) {
            throw TaxProblems.cleared(known.id(), clearance.reason());
        }
        if (!known.notice().equals(notice)) {
            throw Problem.of(
                    TaxProblems.ANNOUNCED_OTHERWISE,
                    "该公告文号的这笔欠税已按其他内容登记。",
                    "This line of the notice is recorded with another content.");
        }
        return known;
    }

    /** What an older notice says may be paid by now, as the newer one may be. */
    private static void checkNewest(List<Announcement> ofDebt, Notice notice) {
        if (ofDebt.stream()
                .anyMatch(known -> notice.announcedOn().isBefore(known.notice().announcedOn()))) {
            throw TaxProblems.invalid(
                    "/announcedOn",
                    "arrears.outdated",
                    "该笔欠税已有更晚的公告",
                    "a later notice of the same debt is recorded already");
        }
    }

    private void checkNotice(Notice notice) {
        checkText("/noticeNo", notice.number());
        checkText("/source", notice.source());
        if (notice.amount().compareTo(Money.ZERO) <= 0) {
            throw TaxProblems.invalid("/amountFen", "arrears.amount", "欠税金额须大于零", "arrears are more than nothing");
        }
        if (notice.announcedOn().isAfter(LegalTime.today(clock))) {
            throw TaxProblems.invalid("/announcedOn", "arrears.future", "公告日期不得晚于今天", "a notice is not of the future");
        }
    }

    private static void checkText(String pointer, String text) {
        if (text.isBlank() || text.length() > 100) {
            throw TaxProblems.invalid(pointer, "text.length", "须为 1 至 100 个字", "has 1 to 100 characters");
        }
    }

    private void checkDebt(Taxpayer taxpayer, Debt debt, Notice notice) {
        Tenure tenure = tenures.find(debt.tenureId())
                .filter(known -> known.bizId().equals(taxpayer.bizId()))
                .orElseThrow(() -> TaxProblems.invalid(
                        "/tenureId",
                        "arrears.tenure",
                        "该经营者任期不属于此经营主体",
                        "the tenure does not belong to this business"));
        if (tenure.annulled()) {
            throw TaxProblems.invalid(
                    "/tenureId",
                    "arrears.tenure-annulled",
                    "该经营者任期已被撤销",
                    "the tenure was annulled: the debt is that of another");
        }
        LocalDate month = debt.owedFrom();
        if (month.getDayOfMonth() != 1 || month.isAfter(notice.announcedOn())) {
            throw TaxProblems.invalid(
                    "/owedFrom",
                    "arrears.period",
                    "所属期以公告日期之前某月的第一天表示",
                    "the period is named by the first day of a month before the notice");
        }
        LocalDate end = tenure.to();
        if (month.isBefore(begin(tenure, taxpayer).withDayOfMonth(1)) || (end != null && month.isAfter(end))) {
            throw TaxProblems.invalid(
                    "/owedFrom",
                    "arrears.other-tenure",
                    "所属期不在该经营者任期之内",
                    "the period is not within the tenure: it is the debt of another operator");
        }
    }

    /**
     * What was owed before a tenure began is the debt of another. When the first one began nobody told where the business came here
     * by an initial load: then it was with the business.
     */
    private LocalDate begin(Tenure tenure, Taxpayer taxpayer) {
        boolean first = tenures.of(taxpayer.bizId()).stream()
                .filter(other -> !other.annulled() && !other.id().equals(tenure.id()))
                .allMatch(other -> follows(other, tenure));
        return first && taxpayer.establishedOn().isBefore(tenure.from()) ? taxpayer.establishedOn() : tenure.from();
    }

    /** Of two that began on one day only the one that ended earlier came first; where neither can be told, neither did. */
    private static boolean follows(Tenure later, Tenure tenure) {
        LocalDate end = tenure.to();
        if (!later.from().equals(tenure.from())) {
            return later.from().isAfter(tenure.from());
        }
        LocalDate laterEnd = later.to();
        return end != null && (laterEnd == null || laterEnd.isAfter(end));
    }
}
