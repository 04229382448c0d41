package io.hutong.tax.clearance;

import static org.assertj.core.api.Assertions.assertThat;

import io.hutong.events.Block;
import io.hutong.events.BlockingItem;
import io.hutong.events.TaxEvent.ClearanceIssued.Basis;
import io.hutong.rules.Fact;
import io.hutong.rules.Truth;
import io.hutong.rules.Value;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The gate against a truth table written for this test from the notice's words, not from the rule file. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ClearanceGateTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final List<Value> ANSWERS = List.of(Value.YES, Value.NO, Value.UNKNOWN);
    private static final List<Value> DEVICE_ANSWERS = List.of(Value.YES, Value.NO, Value.UNKNOWN, Value.NOT_APPLICABLE);
    private static final List<String> OTHER_OPEN = List.of(
            "UNFILED_RETURN",
            "NON_NORMAL",
            "ORDER_TO_CORRECT",
            "PIT_SETTLEMENT",
            "LIQUIDATION_FILING",
            "REFUND_PENDING",
            "SPECIAL_ADJUSTMENT",
            "TRANSFER_PENDING",
            "OTHER");

    private final ClearanceGate gate = ClearanceGate.bundled();

    /** What the gate says, in the plainest form. */
    private record Said(String outcome, List<String> items, List<String> unknown) {}

    @Test
    void every_combination_of_the_facts_T1_to_T6_comes_out_as_in_the_truth_table() {
        int combinations = 3 * 3 * 3 * 3 * 3 * 3 * 3 * DEVICE_ANSWERS.size();
        for (int number = 0; number < combinations; number++) {
            Value[] answers = new Value[7];
            int rest = number / DEVICE_ANSWERS.size();
            for (int index = 0; index < answers.length; index++) {
                answers[index] = ANSWERS.get(rest % 3);
                rest /= 3;
            }
            Map<String, Value> facts = new LinkedHashMap<>(clear());
            facts.put("EVER_HANDLED_TAX", answers[0]);
            facts.put("UNDER_INSPECTION", answers[1]);
            facts.put("ARREARS", answers[2]);
            facts.put("FINES", answers[3]);
            facts.put("INVOICE_EVER_ISSUED", answers[4]);
            facts.put("INVOICES_CANCELLED", answers[5]);
            facts.put("DEVICES_CANCELLED", DEVICE_ANSWERS.get(number % DEVICE_ANSWERS.size()));
            facts.put("OTHER_OPEN." + OTHER_OPEN.get(number % OTHER_OPEN.size()), answers[6]);
            agrees(facts);
        }
    }

    @Test
    void every_combination_of_the_other_open_items_comes_out_as_in_the_truth_table() {
        int combinations = (int) Math.pow(3, OTHER_OPEN.size());
        for (int number = 0; number < combinations; number++) {
            Map<String, Value> facts = clear();
            int rest = number;
            for (String item : OTHER_OPEN) {
                facts.put("OTHER_OPEN." + item, ANSWERS.get(rest % 3));
                rest /= 3;
            }
            agrees(facts);
        }
    }

    @Test
    void arrears_and_late_fees_are_two_items() {
        for (Value arrears : ANSWERS) {
            for (Value lateFee : ANSWERS) {
                Map<String, Value> facts = clear();
                facts.put("ARREARS", arrears);
                facts.put("LATE_FEE", lateFee);
                agrees(facts);
            }
        }
    }

    @Test
    void nothing_on_record_is_waiting_for_data_never_at_once() {
        assertThat(said(Map.of()).outcome()).isEqualTo("PENDING_DATA");
        assertThat(said(Map.of("EVER_HANDLED_TAX", Value.NO)).outcome()).isEqualTo("IMMEDIATE");
    }

    @ParameterizedTest
    @CsvSource({"no, no, no, NEVER_TAXED", "yes, no, no, NO_INVOICE_NO_DEBT", "yes, yes, yes, CLEARED"})
    void the_ground_of_a_certificate_follows_from_the_row(String taxed, String issued, String cancelled, Basis basis) {
        Map<String, Value> facts = clear();
        facts.put("EVER_HANDLED_TAX", Value.of(taxed.equals("yes")));
        facts.put("INVOICE_EVER_ISSUED", Value.of(issued.equals("yes")));
        facts.put("INVOICES_CANCELLED", Value.of(cancelled.equals("yes")));
        assertThat(gate.assess(TaxFacts.of(facts), DAY))
                .isInstanceOfSatisfying(
                        ClearanceDecision.Immediate.class,
                        immediate -> assertThat(immediate.basis()).isEqualTo(basis));
    }

    @Test
    void each_item_tells_its_class_and_who_clears_it() {
        Map<String, Value> facts = clear();
        facts.put("UNDER_INSPECTION", Value.YES);
        facts.put("ARREARS", Value.YES);
        facts.put("INVOICES_CANCELLED", Value.NO);
        facts.put("OTHER_OPEN.UNFILED_RETURN", Value.YES);
        ClearanceDecision.Held held = (ClearanceDecision.Held) gate.assess(TaxFacts.of(facts), DAY);
        assertThat(held.items())
                .containsExactly(
                        new BlockingItem("BLK_INSPECTION", Block.Class.TAX_INTERNAL, "TAX_INSPECTOR"),
                        new BlockingItem("BLK_ARREARS", Block.Class.PAY, "TAXPAYER"),
                        new BlockingItem("BLK_INVOICE", Block.Class.HAND_IN, "TAXPAYER"),
                        new BlockingItem("BLK_OTHER.UNFILED_RETURN", Block.Class.FILE, "TAXPAYER"));
        assertThat(held.unknown()).isEmpty();
        assertThat(held.ruleSet()).isEqualTo("tax.operator-change-gate/2024.1");
    }

    @Test
    void the_explanation_names_condition_clause_and_the_row_each_fact_stands_in() {
        Map<String, Fact> facts = new HashMap<>(TaxFacts.of(clear()).byItem());
        Fact fine = new Fact(
                Value.YES, "TAX_OFFICE", LocalDate.of(2026, 1, 5), Instant.parse("2026-01-06T01:00:00Z"), "fact-17");
        facts.put("FINES", fine);
        ClearanceDecision decision = gate.assess(new TaxFacts(facts), DAY);
        assertThat(decision.explanation().reason().rule()).isEqualTo("BLOCKED");
        assertThat(decision.explanation().conditions())
                .filteredOn(step -> step.id().equals("blk-fine"))
                .singleElement()
                .satisfies(step -> {
                    assertThat(step.result()).isEqualTo(Truth.YES);
                    assertThat(step.clause().text().zh()).contains("第3条");
                    assertThat(step.facts().get(0).fact()).isEqualTo(fine);
                });
        assertThat(decision.explanation().turns()).singleElement().satisfies(turn -> {
            assertThat(turn.values()).isEqualTo(Map.of("FINES", Value.NO));
            assertThat(turn.outcome()).isEqualTo("IMMEDIATE");
        });
        assertThat(decision.explanation().toJson()).contains("\"reference\":\"fact-17\"");
    }

    private void agrees(Map<String, Value> facts) {
        assertThat(said(facts)).as("%s", facts).isEqualTo(truthTable(facts));
    }

    private Said said(Map<String, Value> facts) {
        return gate.assess(TaxFacts.of(facts), DAY)
                .match(
                        immediate -> new Said("IMMEDIATE", List.of(), List.of()),
                        held -> new Said(
                                "HELD",
                                held.items().stream()
                                        .map(BlockingItem::code)
                                        .sorted()
                                        .toList(),
                                held.unknown().stream().sorted().toList()),
                        pending -> new Said(
                                "PENDING_DATA",
                                List.of(),
                                pending.missing().stream().sorted().toList()));
    }

    /** Measure 3 in plain steps: never taxed decides; else every known item holds; else the unknown waits. */
    private static Said truthTable(Map<String, Value> facts) {
        if (value(facts, "EVER_HANDLED_TAX") == Value.NO) {
            return new Said("IMMEDIATE", List.of(), List.of());
        }
        List<String> items = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        Map<String, String> simple = new LinkedHashMap<>(Map.of(
                "UNDER_INSPECTION", "BLK_INSPECTION",
                "ARREARS", "BLK_ARREARS",
                "LATE_FEE", "BLK_LATE_FEE",
                "FINES", "BLK_FINE"));
        OTHER_OPEN.forEach(code -> simple.put("OTHER_OPEN." + code, "BLK_OTHER." + code));
        simple.forEach((fact, item) -> sort(value(facts, fact), Value.YES, fact, item, items, unknown));
        if (value(facts, "EVER_HANDLED_TAX") == Value.UNKNOWN) {
            unknown.add("EVER_HANDLED_TAX");
        }
        Value issued = value(facts, "INVOICE_EVER_ISSUED");
        if (issued == Value.UNKNOWN) {
            unknown.add("INVOICE_EVER_ISSUED");
        }
        if (issued != Value.NO) {
            List<String> handIn = issued == Value.YES ? items : new ArrayList<>();
            sort(value(facts, "INVOICES_CANCELLED"), Value.NO, "INVOICES_CANCELLED", "BLK_INVOICE", handIn, unknown);
            sort(value(facts, "DEVICES_CANCELLED"), Value.NO, "DEVICES_CANCELLED", "BLK_DEVICE", handIn, unknown);
        }
        items.sort(String::compareTo);
        unknown.sort(String::compareTo);
        if (!items.isEmpty()) {
            return new Said("HELD", items, unknown);
        }
        return new Said(unknown.isEmpty() ? "IMMEDIATE" : "PENDING_DATA", items, unknown);
    }

    private static void sort(
            Value value, Value blocking, String fact, String item, List<String> items, List<String> unknown) {
        if (value == blocking) {
            items.add(item);
        } else if (value == Value.UNKNOWN) {
            unknown.add(fact);
        }
    }

    private static Value value(Map<String, Value> facts, String name) {
        return facts.getOrDefault(name, Value.UNKNOWN);
    }

    /** A taxpayer with invoices and devices handed in and nothing open. */
    private static Map<String, Value> clear() {
        Map<String, Value> facts = new LinkedHashMap<>();
        List.of("UNDER_INSPECTION", "ARREARS", "LATE_FEE", "FINES").forEach(fact -> facts.put(fact, Value.NO));
        OTHER_OPEN.forEach(code -> facts.put("OTHER_OPEN." + code, Value.NO));
        List.of("EVER_HANDLED_TAX", "INVOICE_EVER_ISSUED", "INVOICES_CANCELLED", "DEVICES_CANCELLED")
                .forEach(fact -> facts.put(fact, Value.YES));
        return facts;
    }
}
