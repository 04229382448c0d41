package io.hutong.credit.sharing;

import io.hutong.credit.consent.SharingRules.Layer;
import io.hutong.events.Money;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One thing told about a business: a field of the rules and its value; {@code year} where it is about a report, {@code since}
 * and {@code document} where it rests on a decision or stands on a paper; {@code more} where another agency stated it.
 */
public record Fact(
        String field,
        Layer layer,
        String value,
        @Nullable Integer year,
        @Nullable LocalDate since,
        @Nullable String document,
        More more) {

    /**
     * Of a permit its last day, if it has one, and whether it is in force; of announced arrears how much is owed, and from which
     * month.
     */
    public record More(
            @Nullable LocalDate until,
            @Nullable String status,
            @Nullable Money amount,
            @Nullable LocalDate owedFrom) {
        static final More NOTHING = new More(null, null, null, null);
    }

    public Fact(
            String field,
            Layer layer,
            String value,
            @Nullable Integer year,
            @Nullable LocalDate since,
            @Nullable String document) {
        this(field, layer, value, year, since, document, More.NOTHING);
    }

    /** Figures that a business shows to one bank only are not for logs. */
    @Override
    public String toString() {
        return "Fact[" + field + "]";
    }
}
