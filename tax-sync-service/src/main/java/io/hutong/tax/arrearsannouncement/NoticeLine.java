package io.hutong.tax.arrearsannouncement;

import io.hutong.events.Money;
import io.hutong.tax.arrearsannouncement.Announcement.Clearance;
import io.hutong.tax.arrearsannouncement.Announcement.Debt;
import io.hutong.tax.arrearsannouncement.Announcement.Notice;
import io.hutong.tax.problem.TaxProblems;
import io.hutong.tax.taxpayer.Taxpayer;
import io.hutong.tax.taxpayer.Tenure;
import io.hutong.web.Problem;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What a line of a notice says, and whether it may say so: by itself, of the tenure that is to owe, and beside what is on record of
 * the same debt. Every refusal names its field (Announcement of Tax Arrears Measures; Civil Code art. 56).
 */
record NoticeLine(Debt debt, Notice notice) {

    /** What can be told without knowing whose debt it is. */
    void checkNotice(LocalDate today) {
        checkText("/noticeNo", notice.number());
        checkText("/source", notice.source());
        if (notice.amount().compareTo(Money.ZERO) <= 0) {
            throw TaxProblems.invalid("/amountFen", "arrears.amount", "欠税金额须大于零", "arrears are more than nothing");
        }
        if (notice.announcedOn().isAfter(today)) {
            throw TaxProblems.invalid("/announcedOn", "arrears.future", "公告日期不得晚于今天", "a notice is not of the future");
        }
    }

    private static void checkText(String pointer, String text) {
        if (text.isBlank() || text.length() > 100) {
            throw TaxProblems.invalid(pointer, "text.length", "须为 1 至 100 个字", "has 1 to 100 characters");
        }
    }

    /** Whether it is the debt of the tenure that it names; {@code tenures} are all of the taxpayer. */
    void checkDebt(Taxpayer taxpayer, List<Tenure> tenures) {
        Tenure tenure = tenures.stream()
                .filter(known -> known.id().equals(debt.tenureId()))
                .findFirst()
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
        if (month.isBefore(begin(tenure, tenures, taxpayer).withDayOfMonth(1)) || (end != null && month.isAfter(end))) {
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
    private static LocalDate begin(Tenure tenure, List<Tenure> tenures, Taxpayer taxpayer) {
        boolean first = tenures.stream()
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

    /**
     * The same line among those of its debt, if it was recorded before. What does not stand any longer is not recorded by saying it
     * again: whoever tries would believe that it was.
     */
    Optional<Announcement> recordedIn(List<Announcement> ofDebt) {
        Optional<Announcement> same = ofDebt.stream()
                .filter(one -> one.notice().number().equals(notice.number()))
                .findFirst();
        same.ifPresent(this::checkUnchanged);
        return same;
    }

    private void checkUnchanged(Announcement known) {
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
    }

    /** What an older notice says may be paid by now, as the newer one may be. */
    void checkNewest(List<Announcement> ofDebt) {
        if (ofDebt.stream()
                .anyMatch(known -> notice.announcedOn().isBefore(known.notice().announcedOn()))) {
            throw TaxProblems.invalid(
                    "/announcedOn",
                    "arrears.outdated",
                    "该笔欠税已有更晚的公告",
                    "a later notice of the same debt is recorded already");
        }
    }
}
