package io.hutong.tax.clearance;

import io.hutong.events.Block;
import io.hutong.events.BlockingItem;
import io.hutong.events.TaxEvent.ClearanceIssued.Basis;
import io.hutong.rules.Condition;
import io.hutong.rules.Decision;
import io.hutong.rules.FactDeclaration;
import io.hutong.rules.RuleFile;
import io.hutong.rules.RuleSets;
import io.hutong.rules.Value;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * The gate of an operator change: at once, held with every open item, or waiting for data; never at once on an unknown.
 * One evaluator for both legal regimes, by {@code rules/operator-change-gate.yaml} (district notice, measure 3).
 */
public final class ClearanceGate {
    public static final String RULE_SET = "tax.operator-change-gate";

    private final RuleSets rules;

    public ClearanceGate(RuleSets rules) {
        this.rules = rules;
    }

    /** The gate by the rules that come with the service. */
    public static ClearanceGate bundled() {
        return new ClearanceGate(
                RuleSets.load(RuleFile.resource(ClearanceGate.class, "/rules/operator-change-gate.yaml")));
    }

    /** Assesses the tenure by the rules in force on that day. */
    public ClearanceDecision assess(TaxFacts facts, LocalDate on) {
        Decision decision = rules.on(RULE_SET, on).decide(facts.asked(), on);
        String outcome = decision.outcome().orElseThrow(() -> new IllegalStateException("the gate left a case open"));
        return switch (outcome) {
            case "IMMEDIATE" ->
                new ClearanceDecision.Immediate(
                        Basis.valueOf(decision.rule().gives().getOrDefault("basis", Basis.CLEARED.name())),
                        decision.explain());
            case "HELD" -> new ClearanceDecision.Held(items(decision), unknown(decision), decision.explain());
            case "PENDING_DATA" -> new ClearanceDecision.PendingData(unknown(decision), decision.explain());
            default -> throw new IllegalStateException("unknown outcome " + outcome);
        };
    }

    private static List<BlockingItem> items(Decision decision) {
        return decision.holding().stream().map(ClearanceGate::item).toList();
    }

    private static BlockingItem item(Condition condition) {
        Map<String, String> gives = condition.gives();
        return new BlockingItem(
                gives.getOrDefault("code", condition.id()),
                Block.Class.valueOf(gives.getOrDefault("class", Block.Class.TAX_INTERNAL.name())),
                gives.getOrDefault("clearedBy", "TAX_OFFICER"));
    }

    /** The facts asked for and not known; without invoices nobody asks what became of them. */
    private static List<String> unknown(Decision decision) {
        boolean neverInvoiced = decision.value("INVOICE_EVER_ISSUED").equals(Value.NO);
        return decision.ruleSet().facts().stream()
                .map(FactDeclaration::name)
                .filter(name -> !decision.value(name).known())
                .filter(name -> !(neverInvoiced && name.endsWith("_CANCELLED")))
                .toList();
    }
}
