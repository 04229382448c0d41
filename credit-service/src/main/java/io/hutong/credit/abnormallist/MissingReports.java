package io.hutong.credit.abnormallist;

import io.hutong.credit.annualreport.ReportDuties;
import io.hutong.credit.business.KnownBusiness;
import io.hutong.events.CreditEvent.AbnormalRemoved.Mode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.TreeSet;

/** The years that count against a business: not filed in time, and not found wrong by an objection (art. 13, 19). */
@ApplicationScoped
public class MissingReports {
    private final ReportDuties duties;
    private final AbnormalEntries entries;

    MissingReports(ReportDuties duties, AbnormalEntries entries) {
        this.duties = duties;
        this.entries = entries;
    }

    public Set<Integer> of(KnownBusiness business) {
        Set<Integer> missing = new TreeSet<>(duties.missing(business));
        for (AbnormalEntry entry : entries.of(business.bizId())) {
            AbnormalEntry.Removal removal = entry.removal();
            if (entry.ofMissingReport() && removal != null && removal.mode() == Mode.OBJECTION) {
                missing.remove(entry.cause().reportYear());
            }
        }
        return missing;
    }
}
