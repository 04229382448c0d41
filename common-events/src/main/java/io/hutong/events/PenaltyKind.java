package io.hutong.events;

/** What a penalty decision imposes; of several the gravest (Administrative Penalty Law art. 9). */
public enum PenaltyKind {
    WARNING,
    /** Criticism in a circular. */
    CRITICISM,
    FINE,
    /** Of illegal gains or goods. */
    CONFISCATION,
    /** Business is limited or stopped. */
    BUSINESS_LIMITED,
    LICENCE_SUSPENDED,
    LICENCE_REVOKED,
    /** The business is closed. */
    CLOSURE
}
