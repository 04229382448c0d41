package io.hutong.credit.publication;

/** What the public platforms show about a business. */
public enum FactKind {
    ABNORMAL_ENTRY,
    PENALTY,
    SERIOUS_ENTRY,
    /** What the look into an annual report drawn at random showed. */
    SPOT_CHECK
}
