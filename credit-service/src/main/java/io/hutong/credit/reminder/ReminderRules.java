package io.hutong.credit.reminder;

import io.hutong.credit.annualreport.ReportRules;
import io.hutong.rules.RuleFile;
import io.hutong.rules.RuleSets;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Optional;

/** On which days businesses are reminded of a report that they have not filed, by {@code rules/annual-report.yaml}. */
public final class ReminderRules {
    private final RuleSets rules;

    public ReminderRules(RuleSets rules) {
        this.rules = rules;
    }

    public static ReminderRules bundled() {
        return new ReminderRules(RuleSets.load(RuleFile.resource(ReminderRules.class, "/rules/annual-report.yaml")));
    }

    /** A reminder of the report for a year: its place in the order of reminders, and its day. */
    public record Stage(int number, LocalDate on) {}

    /** Every stage for a report year, the first first. */
    public List<Stage> stages(int reportYear) {
        LocalDate opens = LocalDate.of(reportYear + 1, 1, 1);
        return rules.on(ReportRules.RULE_SET, opens).table("reminders").rows().stream()
                .map(row -> new Stage(
                        row.number("stage"),
                        MonthDay.parse("--" + row.cell("on")).atYear(reportYear + 1)))
                .toList();
    }

    /** The latest stage whose day has come. */
    Optional<Stage> due(int reportYear, LocalDate today) {
        return stages(reportYear).stream()
                .filter(stage -> !stage.on().isAfter(today))
                .reduce((before, next) -> next);
    }

    String version(LocalDate on) {
        return rules.on(ReportRules.RULE_SET, on).name();
    }
}
