package io.hutong.rules;

import java.util.Map;

/** One row of a rule set: where its question is answered yes, and no earlier row applied, its outcome holds. */
public final class Rule {
    /** What an unanswered question does: stop the decision, or leave it to the rows that follow. */
    public enum IfUnknown {
        STOP,
        NEXT
    }

    private final String id;
    private final Bilingual title;
    private final Clause clause;
    private final Validity validity;
    private final String outcome;
    private final Map<String, String> gives;
    private final IfUnknown ifUnknown;
    private final Expression when;

    Rule(Heading heading, Clause clause, Validity validity, Result result, IfUnknown ifUnknown, Expression when) {
        this.id = heading.id();
        this.title = heading.title();
        this.clause = clause;
        this.validity = validity;
        this.outcome = result.outcome();
        this.gives = Map.copyOf(result.gives());
        this.ifUnknown = ifUnknown;
        this.when = when;
    }

    /** Name and title of a row. */
    record Heading(String id, Bilingual title) {}

    /** What a row decides. */
    record Result(String outcome, Map<String, String> gives) {}

    public String id() {
        return id;
    }

    public Bilingual title() {
        return title;
    }

    public Clause clause() {
        return clause;
    }

    public Validity validity() {
        return validity;
    }

    public String outcome() {
        return outcome;
    }

    public Map<String, String> gives() {
        return gives;
    }

    public IfUnknown ifUnknown() {
        return ifUnknown;
    }

    Expression when() {
        return when;
    }

    @Override
    public String toString() {
        return id + " → " + outcome;
    }
}
