package io.hutong.credit.publication;

import io.hutong.events.BusinessStatus;
import io.hutong.rules.RuleFile;
import io.hutong.rules.RuleSets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which platform shows what, by {@code rules/publication.yaml} (Interim Measures on Annual Reports art. 13-18; SAMR Order 44). */
public final class PublicationRules {
    public static final String RULE_SET = "credit.publication";

    private final RuleSets rules;

    public PublicationRules(RuleSets rules) {
        this.rules = rules;
    }

    public static PublicationRules bundled() {
        return new PublicationRules(
                RuleSets.load(RuleFile.resource(PublicationRules.class, "/rules/publication.yaml")));
    }

    /** Every platform there is, in the order of the rules. */
    public List<String> platforms(LocalDate on) {
        return rules.on(RULE_SET, on).table("platforms").rows().stream()
                .map(row -> row.cell("platform"))
                .toList();
    }

    /** Those that show facts of this kind. */
    public List<String> showing(FactKind kind, LocalDate on) {
        return platforms(on).stream()
                .filter(platform -> rules.on(RULE_SET, on)
                        .table("shown")
                        .find(Map.of("kind", kind.name(), "platform", platform))
                        .map(row -> row.cell("shown").equals("yes"))
                        .orElse(false))
                .toList();
    }

    /** Whether facts of this kind are still shown of a business in that status. */
    public boolean shownOf(FactKind kind, BusinessStatus status, LocalDate on) {
        return !status.terminal()
                || rules.on(RULE_SET, on)
                        .table("ended")
                        .find(Map.of("kind", kind.name(), "status", status.name()))
                        .map(row -> row.cell("shown").equals("yes"))
                        .orElse(true);
    }

    /** The version of the rules that hold on that day. */
    String version(LocalDate on) {
        return rules.on(RULE_SET, on).name();
    }

    /** How many months a platform shows facts of a kind at most; empty where it is as long as the fact itself says. */
    Optional<Integer> mostMonths(FactKind kind, String platform, LocalDate on) {
        return rules.on(RULE_SET, on)
                .table("shown")
                .find(Map.of("kind", kind.name(), "platform", platform))
                .filter(row -> row.number("months") > 0)
                .map(row -> row.number("months"));
    }
}
