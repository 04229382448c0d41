package io.hutong.credit.objection;

import io.hutong.rules.RuleFile;
import io.hutong.rules.RuleSets;
import io.hutong.time.WorkingDays;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The last day of each step of an objection, by {@code rules/objection.yaml} (Interim Measures on Annual Reports art. 19). */
public final class ObjectionRules {
    public static final String RULE_SET = "credit.objection";

    private final RuleSets rules;
    private final WorkingDays calendar;

    public ObjectionRules(RuleSets rules, WorkingDays calendar) {
        this.rules = rules;
        this.calendar = calendar;
    }

    public static ObjectionRules bundled() {
        return new ObjectionRules(
                RuleSets.load(RuleFile.resource(ObjectionRules.class, "/rules/objection.yaml")), WorkingDays.bundled());
    }

    /** The last day on which the business may object to an entry of that day. */
    public LocalDate fileBy(LocalDate listedOn) {
        return calendar.rollForward(listedOn.plusDays(number("file-within", listedOn)))
                .date();
    }

    /** The last day for the next step, counted from the day of the last one; absent when nothing is left to do. */
    public @Nullable LocalDate nextBy(Objection.State state, LocalDate since) {
        return switch (state) {
            case FILED -> after(since, "accept-within");
            case ACCEPTED -> after(since, "verify-within");
            case FOUND_WRONG -> after(since, "correct-within");
            case NOT_ACCEPTED, REJECTED, CORRECTED -> null;
        };
    }

    /** Rule set and version in force on a day. */
    public String version(LocalDate on) {
        return rules.on(RULE_SET, on).name();
    }

    private LocalDate after(LocalDate since, String within) {
        return calendar.after(since, number(within, since)).date();
    }

    private int number(String value, LocalDate on) {
        return rules.on(RULE_SET, on).setting(value).requireInt();
    }
}
