package io.hutong.credit.listingrun;

import io.hutong.credit.annualreport.ReportRules;
import io.hutong.credit.business.CreditTime;
import io.hutong.credit.listingrun.ListingRun.Act;
import io.hutong.credit.listingrun.ListingRun.Counted;
import io.hutong.credit.listingrun.ListingRun.State;
import io.hutong.credit.problem.CreditProblems;
import io.hutong.web.CommonProblems;
import io.hutong.web.Problem;
import io.hutong.web.Violation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;

/** Finds who did not file for a year, once its window is over (art. 13: the mass listing of 1 July). */
@ApplicationScoped
public class ProposeRun {
    private final ListingRuns runs;
    private final ReportRules rules;
    private final CreditTime time;

    ProposeRun(ListingRuns runs, ReportRules rules, CreditTime time) {
        this.runs = runs;
        this.rules = rules;
        this.time = time;
    }

    @Transactional
    public Counted handle(int reportYear, String by) {
        LocalDate today = time.today();
        if (reportYear < rules.firstYear(today) || reportYear > today.getYear()) {
            throw Problem.of(
                    CommonProblems.INVALID_REQUEST,
                    "该年度的报送情况不由本系统掌握。",
                    "Reports of this year are not followed here.",
                    new Violation("/reportYear", "run.year", "不在本系统掌握的年度之内", "not a year that is followed here"));
        }
        if (!today.isAfter(rules.window(reportYear).closes())) {
            throw Problem.of(
                            CreditProblems.WINDOW_OPEN,
                            "该年度年度报告的报送期尚未届满，不得列入。",
                            "The time for this year's reports is not over; nobody is listed yet.")
                    .with("closes", rules.window(reportYear).closes().toString());
        }
        runs.underWay(reportYear).ifPresent(run -> {
            throw Problem.of(CreditProblems.RUN_NOT_OPEN, "该年度已有一个批次在办理。", "A run for this year is under way already.")
                    .with("runId", run.id());
        });
        var run = new ListingRun(time.newId(), reportYear, State.PROPOSED, new Act(by, time.now()), null, null);
        runs.add(run);
        runs.propose(run);
        return new Counted(run, runs.counts(run.id()));
    }
}
