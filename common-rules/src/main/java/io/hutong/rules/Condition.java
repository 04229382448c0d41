package io.hutong.rules;

import java.util.Map;
import java.util.Optional;

/**
 * A named question about the facts with its clause. {@code gives} are words of the rule set for whoever acts on the
 * answer, such as the code of an open item and who clears it.
 */
public final class Condition {
    private final String id;
    private final Bilingual title;
    private final Clause clause;
    private final Map<String, String> gives;
    private final Expression when;

    Condition(String id, Bilingual title, Clause clause, Map<String, String> gives, Expression when) {
        this.id = id;
        this.title = title;
        this.clause = clause;
        this.gives = Map.copyOf(gives);
        this.when = when;
    }

    public String id() {
        return id;
    }

    public Bilingual title() {
        return title;
    }

    public Clause clause() {
        return clause;
    }

    public Map<String, String> gives() {
        return gives;
    }

    public Optional<String> given(String word) {
        return Optional.ofNullable(gives.get(word));
    }

    Expression when() {
        return when;
    }

    @Override
    public String toString() {
        return id;
    }
}
