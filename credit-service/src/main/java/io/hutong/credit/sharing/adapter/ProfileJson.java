package io.hutong.credit.sharing.adapter;

import io.hutong.credit.consent.Outcome;
import io.hutong.credit.consent.SharingRules.Layer;
import io.hutong.credit.sharing.Fact;
import io.hutong.credit.sharing.Profile;
import io.hutong.events.Money;
import io.hutong.identity.ConsentId;
import io.hutong.identity.UnifiedSocialCreditCode;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a bank is told about a business: {@code facts} that are public or made of what is, and the part that needs a consent.
 * That nothing is told of {@code unknown} fields does not mean that there is nothing. {@code found} is false where nobody has the
 * code.
 */
@Schema(name = "CreditProfile")
record ProfileJson(
        UnifiedSocialCreditCode uscc,
        boolean found,
        List<FactJson> facts,
        List<String> unknown,
        @Nullable ConsentedJson consented) {

    /**
     * A field by its name in the sharing terms. A {@code permit} has its type as value, its number as document, the last day on
     * which it holds as {@code until}, and {@code status} on the day of the look; {@code publishedTaxArrears} the tax as value, the number of the notice as document,
     * and {@code owedFrom} the first day of the month from which it is owed.
     */
    @Schema(name = "CreditFact")
    record FactJson(
            String field,
            Layer layer,
            String value,
            @Nullable Integer year,
            @Nullable LocalDate since,
            @Nullable String document,
            @Nullable LocalDate until,
            @Nullable String status,
            @Nullable Long amountFen,
            @Nullable LocalDate owedFrom) {
        static FactJson of(Fact fact) {
            Fact.More more = fact.more();
            Money amount = more.amount();
            return new FactJson(
                    fact.field(),
                    fact.layer(),
                    fact.value(),
                    fact.year(),
                    fact.since(),
                    fact.document(),
                    more.until(),
                    more.status(),
                    amount == null ? null : amount.fen(),
                    more.owedFrom());
        }

        /** Figures that a business shows to one bank only are not for logs. */
        @Override
        public String toString() {
            return "FactJson[" + field + "]";
        }
    }

    /** What came of asking for what needs a consent; without {@code DELIVERED} there are no facts. */
    @Schema(name = "ConsentedPart")
    record ConsentedJson(
            Outcome outcome,
            @Nullable ConsentId consentId,
            @Nullable Integer callsLeft,
            List<FactJson> facts) {}

    static ProfileJson of(Profile profile) {
        Profile.Consented consented = profile.consented();
        return new ProfileJson(
                profile.uscc(),
                true,
                shown(profile.open()),
                profile.unknown(),
                new ConsentedJson(
                        consented.outcome(), consented.consentId(), consented.callsLeft(), shown(consented.facts())));
    }

    static ProfileJson unknown(UnifiedSocialCreditCode uscc) {
        return new ProfileJson(uscc, false, List.of(), List.of(), null);
    }

    private static List<FactJson> shown(List<Fact> facts) {
        return facts.stream().map(FactJson::of).toList();
    }
}
