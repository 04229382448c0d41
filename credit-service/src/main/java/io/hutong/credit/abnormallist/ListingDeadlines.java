package io.hutong.credit.abnormallist;

import io.hutong.credit.abnormallist.AbnormalEntry.Cause;
import io.hutong.credit.annualreport.ReportRules;
import io.hutong.events.AbnormalGround;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;

/**
 * The last day on which a decision to list is in time, in working days: for a missing report from the last day of its window, whenever
 * somebody looks; for everything else from the proof (Interim Measures on Annual Reports art. 13-15).
 */
@ApplicationScoped
public class ListingDeadlines {
    private final ListRules rules;
    private final ReportRules reports;

    ListingDeadlines(ListRules rules, ReportRules reports) {
        this.rules = rules;
        this.reports = reports;
    }

    public LocalDate listBy(Cause cause) {
        Integer year = cause.reportYear();
        return cause.ground() == AbnormalGround.ABN_REPORT && year != null
                ? forMissingReport(year)
                : rules.listBy(cause.ground(), cause.provenOn());
    }

    public LocalDate forMissingReport(int reportYear) {
        return rules.listBy(
                AbnormalGround.ABN_REPORT, reports.window(reportYear).closes());
    }
}
