package io.hutong.credit.seriouslist;

import io.hutong.credit.seriouslist.SeriousEntry.Terms;
import io.hutong.rules.RuleFile;
import io.hutong.rules.RuleSets;
import io.hutong.time.WorkingDays;
import java.time.LocalDate;

/** The terms of an entry by {@code rules/serious-list.yaml} in the version of the day of the listing (SAMR Order 44). */
public final class SeriousRules {
    public static final String RULE_SET = "credit.serious-list";

    private final RuleSets rules;
    private final WorkingDays calendar;

    public SeriousRules(RuleSets rules, WorkingDays calendar) {
        this.rules = rules;
        this.calendar = calendar;
    }

    public static SeriousRules bundled() {
        return new SeriousRules(
                RuleSets.load(RuleFile.resource(SeriousRules.class, "/rules/serious-list.yaml")),
                WorkingDays.bundled());
    }

    /** Years end on the day of the same date; the entry leaves on the day after its last. */
    public Terms terms(LocalDate listedOn) {
        return new Terms(
                listedOn.plusYears(number("early-after-years", listedOn)),
                listedOn.plusYears(number("leaves-after-years", listedOn)).plusDays(1));
    }

    /** The last day on which publication is in time. */
    public LocalDate publishBy(LocalDate listedOn) {
        return calendar.after(listedOn, number("publish-within", listedOn)).date();
    }

    /** Rule set and version in force on a day. */
    public String version(LocalDate on) {
        return rules.on(RULE_SET, on).name();
    }

    private int number(String value, LocalDate on) {
        return rules.on(RULE_SET, on).setting(value).requireInt();
    }
}
