package io.hutong.credit.financing;

import io.hutong.rules.RuleFile;
import io.hutong.rules.RuleSet;
import io.hutong.rules.RuleSets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** What a demand may say, by {@code rules/financing.yaml} (district notice, measure 6). */
public final class FinancingRules {
    public static final String RULE_SET = "credit.financing";

    private final RuleSets rules;

    public FinancingRules(RuleSets rules) {
        this.rules = rules;
    }

    public static FinancingRules bundled() {
        return new FinancingRules(RuleSets.load(RuleFile.resource(FinancingRules.class, "/rules/financing.yaml")));
    }

    public boolean hasBand(String band, LocalDate on) {
        return on(on).table("bands").find(Map.of("band", band)).isPresent();
    }

    public boolean hasUse(String use, LocalDate on) {
        return on(on).table("uses").find(Map.of("use", use)).isPresent();
    }

    public int longestMonths(LocalDate on) {
        return on(on).setting("longest-term").requireInt();
    }

    public boolean hasPlatform(String platform, LocalDate on) {
        return on(on).table("platforms").find(Map.of("platform", platform)).isPresent();
    }

    /** The steps of registering on a financing platform, in their order. */
    public List<String> steps(LocalDate on) {
        return on(on).table("steps").rows().stream()
                .map(row -> row.cell("step"))
                .toList();
    }

    /** The version of the rules that hold on that day. */
    public String version(LocalDate on) {
        return on(on).name();
    }

    private RuleSet on(LocalDate day) {
        return rules.on(RULE_SET, day);
    }
}
