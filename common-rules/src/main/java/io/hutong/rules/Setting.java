package io.hutong.rules;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/** A value of a rule set, such as a number of days, with its clause and how firm it is. */
public record Setting(
        String id,
        FactType type,
        Bilingual title,
        Clause clause,
        Standing standing,
        String authority,
        Optional<Value> value) {

    /** Whether the law names the value, the authority set it, it only serves the demonstration, or nobody set it. */
    public enum Standing {
        LAW,
        AUTHORITY,
        DEMONSTRATION,
        NOT_CONFIGURED
    }

    /** The value, or a refusal that names the authority that has to set it. */
    public Value require() {
        return value.orElseThrow(() -> new NotConfigured(id, title, authority));
    }

    public int requireInt() {
        return requireNumber().intValueExact();
    }

    public BigDecimal requireNumber() {
        return ((Value.Amount) require()).number();
    }

    public long requireFen() {
        return ((Value.Fen) require()).fen();
    }

    public LocalDate requireDay() {
        return ((Value.Day) require()).day();
    }
}
