package io.hutong.tax.clearance;

import io.hutong.events.BlockingItem;
import io.hutong.identity.OperatorTenureId;
import io.hutong.rules.Fact;
import io.hutong.rules.Value;
import io.hutong.tax.fact.FactLog;
import io.hutong.tax.fact.StandingFacts;
import io.hutong.tax.fact.TaxFact;
import io.hutong.time.LegalTime;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The gate over the facts of one tenure as they stand today (district notice, measure 3). */
@ApplicationScoped
public class AssessByFacts implements AssessTenure {
    private final FactLog log;
    private final ClearanceGate gate;
    private final WriteExplanation account;
    private final Clock clock;

    public AssessByFacts(FactLog log, ClearanceGate gate, WriteExplanation account, Clock clock) {
        this.log = log;
        this.gate = gate;
        this.account = account;
        this.clock = clock;
    }

    @Override
    public Assessment assess(OperatorTenureId tenureId) {
        LocalDate today = LegalTime.today(clock);
        ClearanceDecision decision = gate.assess(facts(log.standing(tenureId, today)), today);
        String explanation = account.write(decision.explanation());
        String ruleSet = decision.ruleSet();
        return decision.match(
                clear -> new Assessment(clear.basis(), null, ruleSet, explanation),
                held -> new Assessment(
                        null,
                        Hold.of(new BlockingItem.Items(held.items(), held.unknown()), ruleSet),
                        ruleSet,
                        explanation),
                unknown -> new Assessment(
                        null,
                        Hold.of(new BlockingItem.Items(List.of(), unknown.missing()), ruleSet),
                        ruleSet,
                        explanation));
    }

    private static TaxFacts facts(StandingFacts standing) {
        Map<String, Fact> facts = new HashMap<>();
        standing.byItem().values().forEach(fact -> facts.put(fact.item().code(), fact(fact)));
        return new TaxFacts(facts);
    }

    private static Fact fact(TaxFact fact) {
        Value value = switch (fact.value()) {
            case YES -> Value.YES;
            case NO -> Value.NO;
            case NOT_APPLICABLE -> Value.NOT_APPLICABLE;
            case UNKNOWN -> Value.UNKNOWN;
        };
        return new Fact(
                value,
                fact.source(),
                fact.validFrom(),
                fact.recordedAt(),
                fact.id().toString());
    }
}
