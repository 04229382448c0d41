package io.hutong.rules;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the versions in one file; every fault is noted and reading goes on, so that all are told at once. */
final class RuleSetReader {
    private static final Set<String> DOCUMENT = Set.of(
            "ruleSet",
            "version",
            "zh",
            "en",
            "from",
            "to",
            "clause",
            "law",
            "facts",
            "conditions",
            "rules",
            "values",
            "tables");

    /** A version with the place to which faults about it as a whole belong. */
    record Read(RuleSet ruleSet, int line) {
        RuleFault fault(String zh, String en) {
            return new RuleFault(ruleSet.file(), line, ruleSet.name(), zh, en);
        }
    }

    private final RuleReading reading;
    private final YamlNode document;
    private final Map<String, FactDeclaration> facts = new LinkedHashMap<>();
    private final Map<String, Condition> conditions = new LinkedHashMap<>();
    private final List<Rule> rules = new ArrayList<>();

    private RuleSetReader(RuleReading reading, YamlNode document) {
        this.reading = reading;
        this.document = document;
    }

    static List<Read> read(RuleFile file, List<RuleFault> faults) {
        List<Read> all = new ArrayList<>();
        for (YamlNode document : YamlNode.documents(file, faults)) {
            RuleReading reading = new RuleReading(file.name(), faults);
            if (reading.hasFields(document, "-", DOCUMENT)) {
                all.add(new Read(new RuleSetReader(reading, document).ruleSet(), document.line()));
            }
        }
        return all;
    }

    private RuleSet ruleSet() {
        String id = reading.text(document, "ruleSet", "-");
        reading.members(document, "law")
                .forEach((name, node) -> reading.law().put(name, new Clause(name, reading.title(node, name))));
        RuleSet.Head head = new RuleSet.Head(
                id,
                reading.text(document, "version", id),
                reading.title(document, id),
                reading.validity(document, id, null),
                reading.clause(document, id),
                reading.file());
        reading.members(document, "facts").forEach(this::fact);
        TableReader values = new TableReader(reading, head.clause());
        Map<String, Setting> settings = values.settings(document);
        ExpressionReader expressions = new ExpressionReader(reading, facts, settings, conditions);
        reading.members(document, "conditions").forEach((name, node) -> condition(name, node, expressions));
        reading.list(document, "rules", id).forEach(node -> rule(node, head, expressions));
        checkEnd(head);
        return new RuleSet(
                head, new RuleSet.Parts(reading.law(), facts, conditions, rules, settings, values.tables(document)));
    }

    private void fact(String name, YamlNode node) {
        Set<String> words = Set.of("type", "zh", "en", "choices", "notApplicable", "permanent", "askedOf");
        if (!reading.hasFields(node, name, words)) {
            return;
        }
        String word = reading.text(node, "type", name);
        FactType type = FactType.of(word).orElse(null);
        if (type == null) {
            reading.fault(node, name, "不认识的类型“" + word + "”", "unknown type " + word);
            return;
        }
        List<String> choices = reading.words(node, "choices", name);
        if ((type == FactType.CHOICE) == choices.isEmpty()) {
            reading.fault(
                    node, name, "choice 类型（且仅该类型）须列出 choices", "choices belong to the type choice, and it needs them");
        }
        facts.put(name, declaration(name, node, type, choices));
    }

    private FactDeclaration declaration(String name, YamlNode node, FactType type, List<String> choices) {
        String notApplicable = reading.optional(node, "notApplicable", name);
        String countsAs = notApplicable != null && notApplicable.startsWith("counts as ")
                ? notApplicable.substring("counts as ".length())
                : null;
        if (notApplicable != null && countsAs == null && !notApplicable.equals("allowed")) {
            reading.fault(
                    node, name, "notApplicable 只能是 allowed 或 counts as …", "notApplicable is allowed or counts as …");
        }
        Value counted = countsAs == null ? null : value(node, name, type, countsAs);
        String permanent = reading.optional(node, "permanent", name);
        Set<Value> lasting = permanent == null ? Set.of() : Set.of(value(node, name, type, permanent));
        return new FactDeclaration(
                name,
                type,
                reading.title(node, name),
                choices,
                notApplicable != null,
                counted,
                lasting,
                reading.optional(node, "askedOf", name));
    }

    private Value value(YamlNode node, String name, FactType type, String text) {
        Value value = type.read(text).orElse(Value.UNKNOWN);
        if (!value.known()) {
            reading.fault(node, name, "“" + text + "”不是 " + type.word() + " 类型的值", text + " is no " + type.word());
        }
        return value;
    }

    private void condition(String name, YamlNode node, ExpressionReader expressions) {
        if (reading.hasFields(node, name, Set.of("zh", "en", "clause", "when", "gives"))) {
            conditions.put(
                    name,
                    new Condition(
                            name,
                            reading.title(node, name),
                            reading.clause(node, name),
                            reading.gives(node, name),
                            expressions.read(node, name)));
        }
    }

    private void rule(YamlNode node, RuleSet.Head head, ExpressionReader expressions) {
        Set<String> words = Set.of("rule", "zh", "en", "clause", "from", "to", "when", "ifUnknown", "outcome", "gives");
        if (!reading.hasFields(node, "-", words)) {
            return;
        }
        String id = reading.text(node, "rule", "-");
        rules.add(new Rule(
                new Rule.Heading(id, reading.title(node, id)),
                reading.clause(node, id),
                reading.validity(node, id, head.validity()),
                new Rule.Result(reading.text(node, "outcome", id), reading.gives(node, id)),
                reading.word(node, "ifUnknown", id, Rule.IfUnknown.class, Rule.IfUnknown.STOP),
                expressions.read(node, id)));
    }

    /** Every case must come to an end: the last row takes what is left, always. */
    private void checkEnd(RuleSet.Head head) {
        Set<String> ids = new HashSet<>();
        for (Rule rule : rules) {
            if (!ids.add(rule.id()) || conditions.containsKey(rule.id())) {
                reading.fault(document, rule.id(), "规则名重复", "its name is used twice");
            }
        }
        if (rules.isEmpty()) {
            return;
        }
        Rule last = rules.get(rules.size() - 1);
        boolean takesAll =
                last.when() instanceof Expression.All all && all.parts().isEmpty();
        if (!takesAll || !last.validity().equals(head.validity())) {
            reading.fault(
                    document,
                    last.id(),
                    "最后一行须为 when: otherwise 且全程有效",
                    "the last row must be when: otherwise and in force throughout");
        }
    }
}
