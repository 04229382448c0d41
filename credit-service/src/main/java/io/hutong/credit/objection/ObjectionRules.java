package io.hutong.credit.objection;

import io.hutong.events.FilingChannel;
import io.hutong.events.RepairTarget;
import io.hutong.rules.RuleFile;
import io.hutong.rules.RuleSets;
import io.hutong.time.WorkingDays;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The last day of each step of an objection, by {@code rules/objection.yaml} (Interim Measures on Annual Reports art. 19; NDRC
 * Order 36 art. 18).
 */
public final class ObjectionRules {
    public static final String RULE_SET = "credit.objection";

    /** What holds in its place for objections that Credit China pushes. */
    private static final String PUSHED = "credit.objection-pushed";

    /** Art. 18 for what is no entry in the abnormal list, through whichever door it comes. */
    private static final String PUBLICATION = "credit.objection-publication";

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

    /** The last day on which the business may itself object to an entry in the abnormal list of that day. */
    public LocalDate fileBy(LocalDate listedOn) {
        return calendar.rollForward(listedOn.plusDays(
                        rules.on(RULE_SET, listedOn).setting("file-within").requireInt()))
                .date();
    }

    /** The last day for the next step, counted from the day of the last one; absent when nothing is left to do. */
    public @Nullable LocalDate nextBy(
            RepairTarget target, FilingChannel channel, Objection.State state, LocalDate since) {
        String set = set(target);
        boolean pushed = channel == FilingChannel.XCN && set.equals(RULE_SET);
        return switch (state) {
            case FILED -> after(since, set, "accept-within");
            case ACCEPTED -> after(since, pushed ? PUSHED : set, "verify-within");
            case FOUND_WRONG -> after(since, set, "correct-within");
            case NOT_ACCEPTED, REJECTED, CORRECTED, WITHDRAWN, BUSINESS_ENDED -> null;
        };
    }

    /** The last day on which a platform had to push what it received on that day. */
    public LocalDate pushBy(LocalDate receivedOn) {
        return after(receivedOn, PUSHED, "push-within");
    }

    /** Rule set and version for such a target in force on a day. */
    public String version(RepairTarget target, LocalDate on) {
        return rules.on(set(target), on).name();
    }

    private static String set(RepairTarget target) {
        return target == RepairTarget.ABNORMAL_ENTRY ? RULE_SET : PUBLICATION;
    }

    private LocalDate after(LocalDate since, String set, String within) {
        return calendar.after(since, rules.on(set, since).setting(within).requireInt())
                .date();
    }
}
