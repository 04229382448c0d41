package io.hutong.credit.consent;

/** What came of a look at a business: whether what needs a consent was delivered, and why not. */
public enum Outcome {
    /** Nothing that needs a consent was asked for. */
    PUBLIC_ONLY,
    DELIVERED,
    NO_CONSENT,
    CONSENT_NOT_YET_VALID,
    CONSENT_EXPIRED,
    CONSENT_WITHDRAWN,
    /** The operator of the business has changed, or the business has ended. */
    CONSENT_ENDED,
    FIELD_NOT_CONSENTED,
    FIELD_NEVER_SHARED,
    CALLS_USED_UP,
    /** An event of the register was left out here, so that nobody knows whether the operator is still the same. */
    REGISTER_IN_DOUBT
}
