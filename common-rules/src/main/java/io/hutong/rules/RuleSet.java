package io.hutong.rules;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * One version of a set of rules: facts asked for, named conditions, ordered rows with outcomes, values and tables.
 * Immutable but for its memory of turning changes; made by {@link RuleSets#load}.
 */
public final class RuleSet {
    private final Head head;
    private final Map<String, Clause> law;
    private final Map<String, FactDeclaration> facts;
    private final Map<String, Condition> conditions;
    private final List<Rule> rules;
    private final Map<String, Setting> settings;
    private final Map<String, Table> tables;
    private final KnownTurns knownTurns = new KnownTurns();

    RuleSet(Head head, Parts parts) {
        this.head = head;
        this.law = parts.law();
        this.facts = parts.facts();
        this.conditions = parts.conditions();
        this.rules = List.copyOf(parts.rules());
        this.settings = parts.settings();
        this.tables = parts.tables();
    }

    /** What names a version. */
    record Head(String id, String version, Bilingual title, Validity validity, Clause clause, String file) {}

    /** What a version is made of; maps keep the order of the file. */
    record Parts(
            Map<String, Clause> law,
            Map<String, FactDeclaration> facts,
            Map<String, Condition> conditions,
            List<Rule> rules,
            Map<String, Setting> settings,
            Map<String, Table> tables) {}

    KnownTurns knownTurns() {
        return knownTurns;
    }

    public String id() {
        return head.id();
    }

    public String version() {
        return head.version();
    }

    /** Id and version, as decisions and events name them. */
    public String name() {
        return head.id() + "/" + head.version();
    }

    public Bilingual title() {
        return head.title();
    }

    public Validity validity() {
        return head.validity();
    }

    public Clause clause() {
        return head.clause();
    }

    /** The file that it was read from. */
    public String file() {
        return head.file();
    }

    public List<Clause> law() {
        return List.copyOf(law.values());
    }

    public List<FactDeclaration> facts() {
        return List.copyOf(facts.values());
    }

    public FactDeclaration fact(String name) {
        return known(facts, "fact", name);
    }

    public List<Condition> conditions() {
        return List.copyOf(conditions.values());
    }

    public Condition condition(String id) {
        return known(conditions, "condition", id);
    }

    public List<Rule> rules() {
        return rules;
    }

    public List<Rule> rulesOn(LocalDate day) {
        return rules.stream().filter(rule -> rule.validity().contains(day)).toList();
    }

    public Setting setting(String id) {
        return known(settings, "value", id);
    }

    public List<Setting> settings() {
        return List.copyOf(settings.values());
    }

    public Table table(String id) {
        return known(tables, "table", id);
    }

    /** Decides a case by the rows in force on that day. */
    public Decision decide(Facts given, LocalDate on) {
        return Decision.of(this, given, on);
    }

    private <T> T known(Map<String, T> parts, String kind, String name) {
        T part = parts.get(name);
        if (part == null) {
            throw new IllegalArgumentException(name() + " has no " + kind + " " + name);
        }
        return part;
    }

    @Override
    public String toString() {
        return name();
    }
}
