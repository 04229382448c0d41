package io.hutong.credit.repair;

import io.hutong.credit.repair.RepairCase.Said;
import io.hutong.credit.repair.RepairTargets.Found;
import io.hutong.events.RepairTarget;
import io.hutong.rules.Decision;
import io.hutong.rules.Explanation;
import io.hutong.rules.Fact;
import io.hutong.rules.Facts;
import io.hutong.rules.RuleFile;
import io.hutong.rules.RuleSets;
import io.hutong.rules.Table;
import io.hutong.rules.Value;
import io.hutong.time.WorkingDays;
import io.hutong.web.Violation;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Conditions and clocks of repair by {@code rules/credit-repair.yaml}, in the version of the day of the application (from
 * 1 April 2026 NDRC Order 36; before that SAMR 2021 no. 3).
 */
public final class RepairRules {
    public static final String RULE_SET = "credit.repair";

    private static final String DESK = "AMR";
    private static final String APPLICANT = "APPLICANT";

    private final RuleSets rules;
    private final WorkingDays calendar;

    public RepairRules(RuleSets rules, WorkingDays calendar) {
        this.rules = rules;
        this.calendar = calendar;
    }

    public static RepairRules bundled() {
        return new RepairRules(
                RuleSets.load(RuleFile.resource(RepairRules.class, "/rules/credit-repair.yaml")),
                WorkingDays.bundled());
    }

    /** Whether the conditions are met, each that is not, and the whole account. */
    public record Assessment(boolean eligible, List<Violation> unmet, Explanation explanation) {
        public Assessment {
            unmet = List.copyOf(unmet);
        }
    }

    /** Judges as of {@code today} by the rules of the day of the application. */
    Assessment assess(Found found, Said said, LocalDate requestedOn, LocalDate today) {
        Decision decision = rules.on(RULE_SET, requestedOn).decide(facts(found, said, today), requestedOn);
        boolean eligible = decision.outcome().filter("ELIGIBLE"::equals).isPresent();
        List<Violation> unmet = eligible
                ? List.of()
                : decision.holding().stream()
                        .map(one -> new Violation(
                                "",
                                one.id(),
                                one.title().zh() + "（" + one.clause().text().zh() + "）",
                                one.title().en() + " (" + one.clause().text().en() + ")"))
                        .toList();
        return new Assessment(eligible, unmet, decision.explain());
    }

    public LocalDate acceptBy(RepairTarget target, LocalDate requestedOn) {
        return after(requestedOn, clocks(target, requestedOn).number("accept"));
    }

    public LocalDate decideBy(RepairTarget target, LocalDate requestedOn, LocalDate acceptedOn) {
        return after(acceptedOn, clocks(target, requestedOn).number("decide"));
    }

    /** The last day after the one extension; absent where the rules know none. */
    public @Nullable LocalDate extended(RepairTarget target, LocalDate requestedOn, LocalDate dueOn) {
        int extension = clocks(target, requestedOn).number("extend");
        return extension == 0 ? null : after(dueOn, extension);
    }

    /** The last day on which any system may still show what was repaired. */
    public LocalDate finishBy(RepairCase granted, LocalDate decidedOn) {
        LocalDate requestedOn = granted.filing().on();
        Table.Row clocks = clocks(granted.subject().target(), requestedOn);
        boolean fromRequest = clocks.cell("finishFrom").equals("REQUEST");
        int days = clocks.number("finish") + (granted.progress().extended() ? clocks.number("extend") : 0);
        return after(fromRequest ? granted.filing().handedInOn() : decidedOn, days);
    }

    /** The last day of the bar after false material; absent where the rules know none. */
    public @Nullable LocalDate barredUntil(LocalDate requestedOn, LocalDate foundOn) {
        int years = rules.on(RULE_SET, requestedOn).setting("bar-years").requireInt();
        return years == 0 ? null : foundOn.plusYears(years);
    }

    /** Rule set and version that judge an application of that day. */
    public String version(LocalDate requestedOn) {
        return rules.on(RULE_SET, requestedOn).name();
    }

    private Table.Row clocks(RepairTarget target, LocalDate requestedOn) {
        return rules.on(RULE_SET, requestedOn)
                .table("clocks")
                .find(Map.of("target", target.name()))
                .orElseThrow();
    }

    private LocalDate after(LocalDate since, int workingDays) {
        return calendar.after(since, workingDays).date();
    }

    private static Facts facts(Found found, Said said, LocalDate today) {
        LocalDate open = found.shortestEndsOn().plusDays(1);
        return new Facts(Map.of(
                "TARGET", Fact.of(Value.choice(found.subject().target()), DESK),
                "SHORTEST_OVER", new Fact(Value.of(!today.isBefore(open)), DESK, open, null, found.decisionNo()),
                "REPAIRABLE", Fact.of(Value.of(found.repairable()), DESK),
                "FULFILLED", Fact.of(Value.of(said.fulfilled()), APPLICANT),
                "CORRECTED", Fact.of(Value.of(said.corrected()), APPLICANT),
                "PROMISED", Fact.of(Value.of(said.promised()), APPLICANT),
                "SAME_KIND_AGAIN", Fact.of(Value.of(found.sameKindAgain()), DESK),
                "IN_ANOTHER_LIST", Fact.of(Value.of(found.inAnotherList()), DESK)));
    }
}
