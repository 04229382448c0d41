package io.hutong.credit.penalty;

import io.hutong.credit.penalty.Penalty.Procedure;
import io.hutong.credit.penalty.Penalty.Publish;
import io.hutong.credit.penalty.Penalty.Weight;
import io.hutong.events.AmountBand;
import io.hutong.events.Money;
import io.hutong.events.Severity;
import io.hutong.rules.Decision;
import io.hutong.rules.Fact;
import io.hutong.rules.Facts;
import io.hutong.rules.RuleFile;
import io.hutong.rules.RuleSet;
import io.hutong.rules.RuleSets;
import io.hutong.rules.Table;
import io.hutong.rules.Value;
import io.hutong.time.WorkingDays;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;

/**
 * What a penalty weighs and how long it is shown, by {@code rules/credit-repair.yaml} in the version of the day of the
 * penalty decision (SAMR Order 45; from 1 April 2026 NDRC Order 36).
 */
public final class PenaltyRules {
    public static final String RULE_SET = "credit.penalty-severity";

    private static final String DESK = "AMR";

    private final RuleSets rules;
    private final WorkingDays calendar;

    public PenaltyRules(RuleSets rules, WorkingDays calendar) {
        this.rules = rules;
        this.calendar = calendar;
    }

    public static PenaltyRules bundled() {
        return new PenaltyRules(
                RuleSets.load(RuleFile.resource(PenaltyRules.class, "/rules/credit-repair.yaml")),
                WorkingDays.bundled());
    }

    public Weight weigh(Penalty.Decision penalty) {
        RuleSet set = rules.on(RULE_SET, penalty.on());
        Decision decided = set.decide(facts(penalty), penalty.on());
        String severity = decided.outcome().orElseThrow(() -> new IllegalStateException("severity left open"));
        Table.Row row = set.table("publication")
                .find(Map.of("severity", severity, "sector", penalty.sector().name()))
                .orElseThrow();
        String publish = decided.rule().gives().getOrDefault("publish", row.cell("publish"));
        return new Weight(
                Severity.valueOf(severity),
                band(set, penalty.amount()),
                Publish.valueOf(publish.toUpperCase(Locale.ROOT)),
                row.number("shortest"),
                row.number("longest"),
                row.cell("repairable").equals("yes"),
                set.name());
    }

    /** The last day on which publication is in time. */
    public LocalDate publishBy(LocalDate decidedOn) {
        return within("publish-within", decidedOn);
    }

    /** The last day on which what fell is withdrawn in time. */
    public LocalDate withdrawBy(LocalDate fellOn) {
        return within("withdraw-within", fellOn);
    }

    private LocalDate within(String value, LocalDate since) {
        int days = rules.on(RULE_SET, since).setting(value).requireInt();
        return calendar.after(since, days).date();
    }

    private static AmountBand band(RuleSet set, Money amount) {
        if (amount.fen() == 0) {
            return AmountBand.NONE;
        }
        if (amount.fen() <= set.setting("small-fine").requireFen()) {
            return AmountBand.SMALL;
        }
        return amount.fen() >= set.setting("huge-fine").requireFen() ? AmountBand.HUGE : AmountBand.LARGE;
    }

    private static Facts facts(Penalty.Decision penalty) {
        return new Facts(Map.of(
                "KIND", Fact.of(Value.choice(penalty.kind()), DESK),
                "SIMPLE_PROCEDURE", Fact.of(Value.of(penalty.procedure() == Procedure.SIMPLE), DESK),
                "AMOUNT", Fact.of(Value.fen(penalty.amount().fen()), DESK),
                "REPEATED", Fact.of(Value.of(penalty.repeated()), DESK)));
    }
}
