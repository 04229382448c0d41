package io.hutong.credit.abnormallist;

import io.hutong.credit.abnormallist.AbnormalEntry.Cause;
import io.hutong.credit.annualreport.AnnualReports;
import io.hutong.credit.annualreport.ReportRules;
import io.hutong.credit.business.CreditTime;
import io.hutong.credit.business.KnownBusiness;
import io.hutong.events.AbnormalGround;
import io.hutong.web.Violation;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Looks whether what an officer found is a ground for the list: a report is missing after its time, or filed and false. */
@ApplicationScoped
class ListingGrounds {
    private static final Set<AbnormalGround> OF_REPORTS = Set.of(AbnormalGround.ABN_REPORT, AbnormalGround.ABN_FALSE);

    private final MissingReports missing;
    private final AnnualReports reports;
    private final ReportRules rules;
    private final CreditTime time;

    ListingGrounds(MissingReports missing, AnnualReports reports, ReportRules rules, CreditTime time) {
        this.missing = missing;
        this.reports = reports;
        this.rules = rules;
        this.time = time;
    }

    static boolean ofReport(AbnormalGround ground) {
        return OF_REPORTS.contains(ground);
    }

    /** Everything that keeps this cause from being a ground. */
    List<Violation> defects(KnownBusiness business, Cause cause) {
        List<Violation> found = new ArrayList<>();
        if (cause.provenOn().isAfter(time.today())) {
            found.add(new Violation(
                    "/provenOn", "date.future", "查实日期不得晚于今天", "the day of the proof is not in the future"));
        }
        checkYear(business, cause, found);
        return found;
    }

    private void checkYear(KnownBusiness business, Cause cause, List<Violation> found) {
        Integer year = cause.reportYear();
        if (ofReport(cause.ground()) != (year != null)) {
            found.add(new Violation(
                    "/reportYear",
                    "entry.report-year",
                    "年度报告未报送或虚假的，应写明年度；其他事由不写",
                    "the year is given where a report is missing or false, and nowhere else"));
        } else if (year != null && cause.ground() == AbnormalGround.ABN_REPORT) {
            checkMissing(business, year, cause.provenOn(), found);
        } else if (year != null && !reports.filedYears(business.bizId()).contains(year)) {
            found.add(new Violation(
                    "/reportYear",
                    "entry.report-not-filed",
                    "该年度没有已报送的年度报告",
                    "no report was filed for this year that could be false"));
        }
    }

    private void checkMissing(KnownBusiness business, int year, LocalDate provenOn, List<Violation> found) {
        if (!missing.of(business).contains(year)) {
            found.add(new Violation(
                    "/reportYear",
                    "entry.report-not-missing",
                    "该年度的年度报告已报送、尚未到期或不应报送",
                    "the report for this year is filed, not overdue yet, or not owed"));
        } else if (!provenOn.isAfter(rules.window(year).closes())) {
            found.add(new Violation(
                    "/provenOn",
                    "entry.too-early",
                    "报送期届满之后方可认定未报送",
                    "a report is missing only when its time is over"));
        }
    }
}
