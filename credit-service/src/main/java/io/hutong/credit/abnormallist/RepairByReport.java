package io.hutong.credit.abnormallist;

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
 * reports in the authority's name. Other grounds stay with an officer (district notice, measure 22).
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
    public void filed(KnownBusiness business) {
        if (!missing.of(business).isEmpty() || !rules.automaticRepair(AbnormalGround.ABN_REPORT, time.today())) {
            return;
        }
        List<AbnormalEntry> cured = open(business.bizId(), AbnormalGround.ABN_REPORT);
        if (!cured.isEmpty()) {
            remove.remove(business, cured, Mode.AUTO_REPAIR, SYSTEM);
        }
    }

    private List<AbnormalEntry> open(BizId bizId, AbnormalGround ground) {
        return entries.of(bizId).stream()
                .filter(entry -> entry.open() && entry.onGround(ground))
                .toList();
    }
}
