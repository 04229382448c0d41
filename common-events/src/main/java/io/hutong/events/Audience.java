package io.hutong.events;

import java.util.Set;

/**
 * Who may open a sealed field: each audience has a data key of its own per operator tenure, wrapped for each recipient
 * service (and always for the producer itself). Recipients are names of services.
 */
public enum Audience {
    /** Identity number, residence and phone of an operator (PIPL art. 28). */
    OPERATOR_IDENTITY(Set.of("tax")),
    /** Keyed pseudonyms by which one service recognises a person without the number. */
    PERSON_REF_TAX(Set.of("tax")),
    PERSON_REF_CREDIT(Set.of("credit")),
    PERSON_REF_SUBSIDY(Set.of("subsidy")),
    PERSON_REF_EXCHANGE(Set.of("exchange")),
    /** Single blocking items of the tax gate: tax secrets (Tax Collection Law art. 8), opened by tax alone. */
    TAX_DETAIL(Set.of("tax")),
    /** Yes or no of the holder of a special status or of an earlier benefit, for who decides about a benefit. */
    ELIGIBILITY(Set.of("subsidy")),
    /** With which bank a business deals and what for: credit alone shows it, to the business, to that bank and to auditors. */
    SHARING_DETAIL(Set.of("credit"));

    private final Set<String> recipients;

    Audience(Set<String> recipients) {
        this.recipients = recipients;
    }

    public Set<String> recipients() {
        return recipients;
    }
}
