package io.hutong.credit.annualreport;

import io.hutong.rules.RuleFile;
import io.hutong.rules.RuleSets;
import io.hutong.rules.Table;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Which years a business owes reports for, when each is due, and what it asks, by {@code rules/annual-report.yaml}
 * (Interim Measures on Annual Reports art. 3, 5, 6).
 */
public final class ReportRules {
    public static final String RULE_SET = "credit.annual-report";

    private final RuleSets rules;

    public ReportRules(RuleSets rules) {
        this.rules = rules;
    }

    public static ReportRules bundled() {
        return new ReportRules(RuleSets.load(RuleFile.resource(ReportRules.class, "/rules/annual-report.yaml")));
    }

    /** The first and the last day on which the report for a year is in time. */
    public Window window(int year) {
        Table.Row row = rules.on(RULE_SET, LocalDate.of(year + 1, 1, 1))
                .table("window")
                .find(Map.of())
                .orElseThrow();
        return new Window(
                MonthDay.parse("--" + row.cell("opens")).atYear(year + 1),
                MonthDay.parse("--" + row.cell("closes")).atYear(year + 1));
    }

    /** Days of a report, both included. */
    public record Window(LocalDate opens, LocalDate closes) {}

    /** The years whose window has opened for a business established on that day, the first year first. */
    public List<Integer> owed(LocalDate establishedOn, LocalDate today) {
        int first = Math.max(establishedOn.getYear(), firstYear(today));
        return IntStream.range(first, today.getYear() + 1)
                .filter(year -> !today.isBefore(window(year).opens()))
                .boxed()
                .toList();
    }

    /** The first year that is followed here: nothing is concluded about reports of earlier ones. */
    public int firstYear(LocalDate today) {
        return rules.on(RULE_SET, today).setting("first-year-followed").requireInt();
    }

    /** Rule set and version in force on a day: of these is the form of the reports that begin then. */
    public String version(LocalDate on) {
        return rules.on(RULE_SET, on).name();
    }

    /** Working days within which somebody's word that a report is false is looked into (art. 12). */
    public int falseDataWithin(LocalDate today) {
        return rules.on(RULE_SET, today).setting("false-data-within").requireInt();
    }

    /** Months for which the result of a spot check is shown. */
    public int spotCheckShownMonths(LocalDate today) {
        return rules.on(RULE_SET, today).setting("spot-check-shown-months").requireInt();
    }

    public ReportForm form(int year, LocalDate today) {
        return new ReportForm(
                year,
                rules.on(RULE_SET, today)
                        .table("form")
                        .all(Map.of("year", Integer.toString(year)))
                        .map(ReportForm.Field::of)
                        .toList());
    }
}
