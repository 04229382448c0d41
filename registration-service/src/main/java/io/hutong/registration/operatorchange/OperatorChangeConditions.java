package io.hutong.registration.operatorchange;

import io.hutong.events.Document;
import io.hutong.events.OperatorChangeKind;
import io.hutong.rules.Bilingual;
import io.hutong.rules.Clause;
import io.hutong.rules.Condition;
import io.hutong.rules.Decision;
import io.hutong.rules.Explanation;
import io.hutong.rules.Fact;
import io.hutong.rules.Facts;
import io.hutong.rules.RuleFile;
import io.hutong.rules.RuleSets;
import io.hutong.rules.Turn;
import io.hutong.rules.Value;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Conditions C1, C3-C6 and the papers of an operator change (Order 103 art. 18-19, 27), by
 * {@code rules/operator-change-conditions.yaml}; C2 is answered by tax through the gate.
 */
public final class OperatorChangeConditions {
    public static final String RULE_SET = "registration.operator-change-conditions";
    private static final String MET = "MET";

    /** What can still become otherwise once an application is made: kind, promises and days are settled with it. */
    private static final Set<String> OPEN_FACTS = Set.of("LAST_REPORT_FILED", "LISTED", "CASE_OPEN", "FROZEN");

    private final RuleSets rules;

    public OperatorChangeConditions(RuleSets rules) {
        this.rules = rules;
    }

    public static OperatorChangeConditions bundled() {
        return new OperatorChangeConditions(RuleSets.load(
                RuleFile.resource(OperatorChangeConditions.class, "/rules/operator-change-conditions.yaml")));
    }

    /**
     * What is known of an application. {@code facts} by name: DEBTS_SETTLED (C1) and OTHERS_PROMISED (promise that
     * the other conditions are met) from the applicants; LAST_REPORT_FILED (C3), LISTED (C4), CASE_OPEN (C5), FROZEN
     * (C6) from the agencies. What is absent is unknown.
     */
    public record Application(
            OperatorChangeKind kind, LocalDate appliedOn, LocalDate establishedOn, Map<String, Fact> facts) {
        public Application {
            facts = Map.copyOf(facts);
        }
    }

    /** A condition that is not met or not answered, such as C3, and who answers for it. */
    public record Point(String condition, String answeredBy, Bilingual title, Clause clause) {
        /** What stands against the application, and by which text. */
        Bilingual told() {
            return new Bilingual(
                    title.zh() + "（" + clause.text().zh() + "）",
                    title.en() + " (" + clause.text().en() + ")");
        }
    }

    /** What the conditions say. */
    public sealed interface Answer {
        Explanation explanation();

        /** The conditions that are not met or not answered. */
        List<Point> against();

        /** The smallest changes by which they would be met, as far as somebody can still bring them about. */
        default List<Turn> ways() {
            return explanation().turns().stream()
                    .filter(turn -> turn.outcome().equals(MET))
                    .filter(turn -> OPEN_FACTS.containsAll(turn.values().keySet()))
                    .toList();
        }

        /** Nothing stands against registration. */
        record Met(Explanation explanation) implements Answer {
            @Override
            public List<Point> against() {
                return List.of();
            }
        }

        /** These conditions are not met: the application is refused. */
        record Refused(List<Point> broken, Explanation explanation) implements Answer {
            public Refused {
                broken = List.copyOf(broken);
            }

            @Override
            public List<Point> against() {
                return broken;
            }
        }

        /** Nothing is known or promised about these: they must be answered first. */
        record Open(List<Point> unanswered, Explanation explanation) implements Answer {
            public Open {
                unanswered = List.copyOf(unanswered);
            }

            @Override
            public List<Point> against() {
                return unanswered;
            }
        }
    }

    public Answer check(Application application) {
        Decision decision =
                rules.on(RULE_SET, application.appliedOn()).decide(facts(application), application.appliedOn());
        String outcome = decision.outcome().orElseThrow(() -> new IllegalStateException("conditions left open"));
        return switch (outcome) {
            case MET -> new Answer.Met(decision.explain());
            case "REFUSED" -> new Answer.Refused(points(decision), decision.explain());
            case "OPEN" -> new Answer.Open(points(decision), decision.explain());
            default -> throw new IllegalStateException("unknown outcome " + outcome);
        };
    }

    /** The papers that a change of this kind needs, in the order of the rules. */
    public List<Document.Type> documents(OperatorChangeKind kind, LocalDate appliedOn) {
        return rules.on(RULE_SET, appliedOn)
                .table("documents")
                .all(Map.of("kind", kind.name()))
                .map(row -> Document.Type.valueOf(row.cell("document")))
                .toList();
    }

    /** Those of them that are not there. */
    public List<Document.Type> missing(OperatorChangeKind kind, LocalDate appliedOn, Set<Document.Type> handedIn) {
        return documents(kind, appliedOn).stream()
                .filter(document -> !handedIn.contains(document))
                .toList();
    }

    /** Who answers for C1 to C6: APPLICANTS, TAX, AMR_CREDIT, AMR_ENFORCEMENT or AMR_ASSISTANCE. */
    public String answeredBy(String condition, LocalDate appliedOn) {
        return rules.on(RULE_SET, appliedOn)
                .table("conditions")
                .find(Map.of("condition", condition))
                .map(row -> row.cell("answeredBy"))
                .orElseThrow(() -> new IllegalArgumentException("no condition " + condition));
    }

    /** Rule set and version in force on a day. */
    public String version(LocalDate on) {
        return rules.on(RULE_SET, on).name();
    }

    private static Facts facts(Application application) {
        Map<String, Fact> facts = new HashMap<>(application.facts());
        facts.put("KIND", Fact.of(Value.choice(application.kind()), "APPLICANTS"));
        facts.put("ESTABLISHED_ON", Fact.of(Value.day(application.establishedOn()), "AMR"));
        facts.put(
                "YEAR_BEFORE_APPLICATION",
                Fact.of(Value.day(application.appliedOn().minusYears(1)), "AMR"));
        return new Facts(facts);
    }

    private static List<Point> points(Decision decision) {
        return decision.holding().stream().map(OperatorChangeConditions::point).toList();
    }

    private static Point point(Condition condition) {
        return new Point(
                condition.given("condition").orElse(condition.id()),
                condition.given("answeredBy").orElse("AMR"),
                condition.title(),
                condition.clause());
    }
}
