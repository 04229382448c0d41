package io.hutong.local.sample;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Facts of the tax gate for the businesses of a sample: some never handled tax, some are clear, and about three in ten
 * have one or two open items, taken in turn so that every blocking item of the gate occurs.
 */
final class SampleFacts {

    static final String HEADER = "uscc,item,value,amountFen,validFrom,source,note";

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
    private static final List<String> BLOCKERS = blockers();
    private static final int NEVER_TAXED_PERCENT = 45;
    private static final int HELD_PERCENT = 30;

    private final Random random;
    private int held;

    SampleFacts(long seed) {
        this.random = new Random(seed ^ 0x7a_5eed);
    }

    /** How many businesses so far have an open item. */
    int held() {
        return held;
    }

    List<List<String>> of(SampleBusiness business) {
        Map<String, String> values = new LinkedHashMap<>();
        int draw = random.nextInt(100);
        if (draw < NEVER_TAXED_PERCENT) {
            values.put("EVER_HANDLED_TAX", "NO");
        } else {
            clear(values);
            if (draw < NEVER_TAXED_PERCENT + HELD_PERCENT) {
                block(values);
            }
        }
        List<List<String>> lines = new ArrayList<>();
        values.forEach((item, value) -> lines.add(
                List.of(business.uscc(), item, value, amount(item, value), business.establishedOn(), "sample", "")));
        return lines;
    }

    private void clear(Map<String, String> values) {
        boolean invoices = random.nextBoolean();
        values.put("EVER_HANDLED_TAX", "YES");
        values.put("UNDER_INSPECTION", "NO");
        values.put("ARREARS", "NO");
        values.put("LATE_FEE", "NO");
        values.put("FINES", "NO");
        values.put("INVOICE_EVER_ISSUED", invoices ? "YES" : "NO");
        if (invoices) {
            values.put("INVOICES_CANCELLED", "YES");
            values.put("DEVICES_CANCELLED", random.nextBoolean() ? "YES" : "NOT_APPLICABLE");
        }
        OTHER_OPEN.forEach(item -> values.put("OTHER_OPEN." + item, "NO"));
    }

    private void block(Map<String, String> values) {
        open(values, BLOCKERS.get(held++ % BLOCKERS.size()));
        if (random.nextInt(3) == 0) {
            open(values, BLOCKERS.get(random.nextInt(BLOCKERS.size())));
        }
    }

    private static void open(Map<String, String> values, String blocker) {
        if (blocker.endsWith("_CANCELLED")) {
            values.put("INVOICE_EVER_ISSUED", "YES");
            values.putIfAbsent("INVOICES_CANCELLED", "YES");
            values.putIfAbsent("DEVICES_CANCELLED", "YES");
            values.put(blocker, "NO");
        } else {
            values.put(blocker, "YES");
        }
    }

    private String amount(String item, String value) {
        boolean money = item.equals("ARREARS") || item.equals("LATE_FEE") || item.equals("FINES");
        return money && value.equals("YES") ? Integer.toString(100 * (1 + random.nextInt(50_000))) : "";
    }

    private static List<String> blockers() {
        List<String> all = new ArrayList<>(
                List.of("UNDER_INSPECTION", "ARREARS", "LATE_FEE", "FINES", "INVOICES_CANCELLED", "DEVICES_CANCELLED"));
        OTHER_OPEN.forEach(item -> all.add("OTHER_OPEN." + item));
        return List.copyOf(all);
    }
}
