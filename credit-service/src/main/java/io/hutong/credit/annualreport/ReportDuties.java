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
    private final ListedYears listed;
    private final ReportRules rules;
    private final CreditTime time;

    public ReportDuties(AnnualReports reports, ListedYears listed, ReportRules rules, CreditTime time) {
        this.reports = reports;
        this.listed = listed;
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

    /** Every year owed so far, the first first: those that are followed here, and earlier ones by a decision that named them. */
    public List<Duty> of(KnownBusiness business) {
        Map<Integer, AnnualReport> filed = filed(business);
        return years(business, filed.keySet(), listed.of(business.bizId())).stream()
                .map(year -> duty(business, year, filed.get(year)))
                .toList();
    }

    /** The same without earlier years, of which nothing is known but that single ones are missing. */
    public List<Duty> followed(KnownBusiness business) {
        Map<Integer, AnnualReport> filed = filed(business);
        return rules.owed(business.establishedOn(), time.today()).stream()
                .map(year -> duty(business, year, filed.get(year)))
                .toList();
    }

    /** The years for which a report is taken. */
    Set<Integer> years(KnownBusiness business) {
        return years(business, reports.filedYears(business.bizId()), listed.of(business.bizId()));
    }

    /** The years whose window is over without a report; {@code listed} are those for which the business stands on the list. */
    public Set<Integer> missing(KnownBusiness business, Set<Integer> listed) {
        Set<Integer> filed = reports.filedYears(business.bizId());
        return years(business, filed, listed).stream()
                .filter(year -> time.today().isAfter(rules.window(year).closes()))
                .filter(year -> !filed.contains(year))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Map<Integer, AnnualReport> filed(KnownBusiness business) {
        return reports.of(business.bizId()).stream().collect(Collectors.toMap(AnnualReport::year, Function.identity()));
    }

    private Set<Integer> years(KnownBusiness business, Set<Integer> filed, Set<Integer> listed) {
        Set<Integer> years = new TreeSet<>(rules.owed(business.establishedOn(), time.today()));
        years.addAll(filed);
        years.addAll(listed);
        return years;
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
