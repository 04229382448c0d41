package io.hutong.rules;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** An explanation as JSON; what is absent is left out. */
final class ExplanationJson {
    private static final JsonMapper JSON = new JsonMapper();

    private ExplanationJson() {}

    static String write(Explanation explanation) {
        ObjectNode root = JSON.createObjectNode();
        root.put("ruleSet", explanation.ruleSet()).put("version", explanation.version());
        title(root, explanation.title());
        root.put("decidedFor", explanation.decidedFor().toString()).put("outcome", explanation.outcome());
        ObjectNode reason = root.putObject("rule");
        reason.put("id", explanation.reason().rule());
        title(reason, explanation.reason().title());
        clause(reason, explanation.reason().clause());
        ArrayNode conditions = root.putArray("conditions");
        explanation.conditions().forEach(step -> step(conditions.addObject(), step));
        ArrayNode turns = root.putArray("smallestChanges");
        explanation.turns().forEach(turn -> turn(turns.addObject(), turn));
        texts(root, "missing", explanation.missing());
        texts(root, "notConfigured", explanation.notConfigured());
        return root.toString();
    }

    private static void step(ObjectNode node, Explanation.Step step) {
        node.put("id", step.id());
        title(node, step.title());
        node.put("result", step.result().name());
        clause(node, step.clause());
        ArrayNode facts = node.putArray("facts");
        step.facts().forEach(used -> fact(facts.addObject(), used));
    }

    private static void fact(ObjectNode node, Explanation.Used used) {
        Fact fact = used.fact();
        node.put("name", used.name());
        title(node, used.title());
        node.put("value", fact.value().text());
        if (!fact.source().isEmpty()) {
            node.put("source", fact.source());
        }
        if (fact.validFrom() != null) {
            node.put("validFrom", fact.validFrom().toString());
        }
        if (fact.recordedAt() != null) {
            node.put("recordedAt", fact.recordedAt().toString());
        }
        if (fact.reference() != null) {
            node.put("reference", fact.reference());
        }
    }

    private static void turn(ObjectNode node, Turn turn) {
        node.put("outcome", turn.outcome());
        ArrayNode changes = node.putArray("changes");
        for (Turn.Change change : turn.changes()) {
            ObjectNode one = changes.addObject().put("fact", change.fact());
            title(one, change.title());
            one.put("from", change.from().text()).put("to", change.to().text());
        }
    }

    private static void title(ObjectNode node, Bilingual title) {
        node.put("zh", title.zh()).put("en", title.en());
    }

    private static void clause(ObjectNode node, Clause clause) {
        ObjectNode cited = node.putObject("clause").put("id", clause.id());
        title(cited, clause.text());
    }

    private static void texts(ObjectNode node, String name, List<String> texts) {
        if (!texts.isEmpty()) {
            ArrayNode array = node.putArray(name);
            texts.forEach(array::add);
        }
    }
}
