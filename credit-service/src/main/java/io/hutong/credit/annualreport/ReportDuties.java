package io.hutong.credit.annualreport;

import io.hutong.credit.business.CreditTime;
import io.hutong.credit.business.KnownBusiness;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which reports a business owes, has filed, and has not filed in time. */
@ApplicationScoped
public class ReportDuties {
    private final AnnualReports reports;
    private final ReportRules rules;
    private final CreditTime time;

    public ReportDuties(AnnualReports reports, ReportRules rules, CreditTime time) {
        this.reports = reports;
        this.rules = rules;
        this.time = time;
    }

    /** What is owed for one year, and the report if it is there; {@code own} where the present operator filed it last. */
    public record Duty(int year, LocalDate dueOn, @Nullable AnnualReport report, boolean own, State state) {}

    /** How a duty stands. */
    public enum State {
        /** The window is open. */
        DUE,
        FILED,
        FILED_LATE,
        /** The window is over. */
        MISSING
    }

    /** Every year owed so far, the first first. */
    public List<Duty> of(KnownBusiness business) {
        Map<Integer, AnnualReport> filed = reports.of(business.bizId()).stream()
                .collect(Collectors.toMap(AnnualReport::year, Function.identity()));
        return rules.owed(business.establishedOn(), time.today()).stream()
                .map(year -> duty(business, year, filed.get(year)))
                .toList();
    }

    /** The years whose window is over without a report. */
    public Set<Integer> missing(KnownBusiness business) {
        Set<Integer> filed = reports.filedYears(business.bizId());
        return rules.owed(business.establishedOn(), time.today()).stream()
                .filter(year -> time.today().isAfter(rules.window(year).closes()))
                .filter(year -> !filed.contains(year))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Duty duty(KnownBusiness business, int year, @Nullable AnnualReport report) {
        LocalDate closes = rules.window(year).closes();
        boolean own = report != null && report.filing().tenureId().equals(business.tenureId());
        return new Duty(year, closes, report, own, state(report, time.today().isAfter(closes)));
    }

    private static State state(@Nullable AnnualReport report, boolean over) {
        if (report == null) {
            return over ? State.MISSING : State.DUE;
        }
        return report.late() ? State.FILED_LATE : State.FILED;
    }
}
