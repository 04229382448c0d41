package io.hutong.credit.abnormallist;

import io.hutong.credit.annualreport.AnnualReport;
import io.hutong.credit.annualreport.ReportConsequences;
import io.hutong.credit.business.CreditTime;
import io.hutong.credit.business.KnownBusiness;
import io.hutong.events.AbnormalGround;
import io.hutong.events.CreditEvent.AbnormalRemoved.Mode;
import io.hutong.identity.BizId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;

/**
 * Automatic repair (自动修复，零跑腿): when the last missing report is there, the system removes the entries for missing
 * reports in the authority's name. Other grounds stay with an officer (district notice, measure 22). An entry for a report that turns
 * out to have been handed in in time was wrong: it is removed as such, whatever else is missing (art. 10, 19).
 */
@ApplicationScoped
class RepairByReport implements ReportConsequences {
    private static final String SYSTEM = "SYSTEM";

    private final AbnormalEntries entries;
    private final MissingReports missing;
    private final RemoveAbnormal remove;
    private final ListRules rules;
    private final CreditTime time;

    RepairByReport(
            AbnormalEntries entries, MissingReports missing, RemoveAbnormal remove, ListRules rules, CreditTime time) {
        this.entries = entries;
        this.missing = missing;
        this.remove = remove;
        this.rules = rules;
        this.time = time;
    }

    @Override
    public boolean demandCorrection(BizId bizId, int year) {
        return open(bizId, AbnormalGround.ABN_FALSE).stream()
                .anyMatch(entry -> Objects.equals(entry.cause().reportYear(), year));
    }

    @Override
    public void filed(KnownBusiness business, List<AnnualReport> reports) {
        removeWrong(business, reports);
        if (!missing.of(business).isEmpty() || !rules.automaticRepair(AbnormalGround.ABN_REPORT, time.today())) {
            return;
        }
        List<AbnormalEntry> cured = open(business.bizId(), AbnormalGround.ABN_REPORT);
        if (!cured.isEmpty()) {
            remove.remove(business, cured, Mode.AUTO_REPAIR, SYSTEM);
        }
    }

    /** By the word of the officer who entered when the paper came. */
    private void removeWrong(KnownBusiness business, List<AnnualReport> reports) {
        for (AnnualReport report : reports) {
            List<AbnormalEntry> wrong = report.late()
                    ? List.of()
                    : open(business.bizId(), AbnormalGround.ABN_REPORT).stream()
                            .filter(entry -> Objects.equals(entry.cause().reportYear(), report.year()))
                            .toList();
            if (!wrong.isEmpty()) {
                remove.remove(business, wrong, Mode.OBJECTION, report.filing().by());
            }
        }
    }

    private List<AbnormalEntry> open(BizId bizId, AbnormalGround ground) {
        return entries.of(bizId).stream()
                .filter(entry -> entry.open() && entry.onGround(ground))
                .toList();
    }
}
