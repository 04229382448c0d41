package io.hutong.credit.sharing;

import io.hutong.credit.consent.Outcome;
import io.hutong.identity.ConsentId;
import io.hutong.identity.UnifiedSocialCreditCode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an institution is told about one business: what is public, and what the business agreed to if anything. Of {@code unknown}
 * fields, public as they are, it is not known here whether there is something.
 */
public record Profile(UnifiedSocialCreditCode uscc, List<Fact> open, List<String> unknown, Consented consented) {
    public Profile {
        open = List.copyOf(open);
        unknown = List.copyOf(unknown);
    }

    /** The part that needs a consent, or why it is missing; empty of everything where nothing was asked. */
    public record Consented(
            Outcome outcome,
            @Nullable ConsentId consentId,
            @Nullable Integer callsLeft,
            List<Fact> facts) {
        public Consented {
            facts = List.copyOf(facts);
        }
    }
}
