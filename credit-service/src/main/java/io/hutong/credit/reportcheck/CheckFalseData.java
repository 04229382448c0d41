package io.hutong.credit.reportcheck;

import io.hutong.credit.annualreport.AnnualReports;
import io.hutong.credit.annualreport.ReportRules;
import io.hutong.credit.business.Businesses;
import io.hutong.credit.business.CreditTime;
import io.hutong.credit.business.KnownBusiness;
import io.hutong.credit.problem.CreditProblems;
import io.hutong.credit.reportcheck.FalseDataReport.Finding;
import io.hutong.credit.reportcheck.FalseDataReport.Outcome;
import io.hutong.identity.BizId;
import io.hutong.time.WorkingDays;
import io.hutong.web.Problem;
import io.hutong.web.Violation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Takes reports of false data and what came of them, within 20 working days (Interim Measures on Annual Reports art. 12). */
@ApplicationScoped
public class CheckFalseData {
    private static final int LONGEST_CLAIM = 2000;

    /** Somebody's word, as an officer took it down. */
    public record Command(BizId bizId, int reportYear, String claim) {
        @Override
        public String toString() {
            return "Command[" + bizId + "]";
        }
    }

    private final Businesses businesses;
    private final AnnualReports reports;
    private final FalseDataReports claims;
    private final ReportRules rules;
    private final CreditTime time;

    CheckFalseData(
            Businesses businesses, AnnualReports reports, FalseDataReports claims, ReportRules rules, CreditTime time) {
        this.businesses = businesses;
        this.reports = reports;
        this.claims = claims;
        this.rules = rules;
        this.time = time;
    }

    @Transactional
    public FalseDataReport handle(Command command) {
        KnownBusiness business = businesses.find(command.bizId()).orElseThrow(CreditProblems::notFound);
        List<Violation> found = defects(command);
        CreditProblems.refuse(found);
        LocalDate today = time.today();
        LocalDate checkBy =
                WorkingDays.bundled().after(today, rules.falseDataWithin(today)).date();
        var report = new FalseDataReport(
                time.newId(), business.bizId(), command.reportYear(), command.claim(), today, checkBy, null);
        claims.add(report);
        return report;
    }

    private List<Violation> defects(Command command) {
        List<Violation> found = new ArrayList<>();
        if (!reports.filedYears(command.bizId()).contains(command.reportYear())) {
            found.add(new Violation(
                    "/reportYear",
                    "entry.report-not-filed",
                    "该年度没有已报送的年度报告",
                    "no report was filed for this year that could be false"));
        }
        if (command.claim().isBlank() || command.claim().length() > LONGEST_CLAIM) {
            found.add(new Violation(
                    "/claim",
                    "claim.length",
                    "应写明举报内容（不超过" + LONGEST_CLAIM + "字）",
                    "what is said to be false is given, in at most " + LONGEST_CLAIM + " characters"));
        }
        return found;
    }

    @Transactional
    public FalseDataReport decide(UUID id, Outcome outcome, String by) {
        FalseDataReport report = claims.lock(id).orElseThrow(CreditProblems::notFound);
        if (report.finding() != null) {
            throw Problem.of(CreditProblems.ALREADY_CHECKED, "该举报已有核查结论。", "This has been looked into already.");
        }
        FalseDataReport decided = report.found(new Finding(outcome, time.today(), by));
        claims.found(decided);
        return decided;
    }

    @Transactional
    public List<FalseDataReport> open(boolean overdue, @Nullable UUID after, int limit) {
        return claims.open(overdue ? time.today() : null, after, limit);
    }
}
