package io.hutong.credit.sharing;

import io.hutong.credit.consent.SharingRules.Layer;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One thing told about a business: a field of the rules and its value; {@code year} where it is about a report, {@code since}
 * and {@code document} where it rests on a decision.
 */
public record Fact(
        String field,
        Layer layer,
        String value,
        @Nullable Integer year,
        @Nullable LocalDate since,
        @Nullable String document) {

    /** Figures that a business shows to one bank only are not for logs. */
    @Override
    public String toString() {
        return "Fact[" + field + "]";
    }
}
