package io.hutong.events;

/**
 * How an application for repair was settled: not taken up, refused on its merits, refused for false material with a bar, or granted;
 * or closed undecided: withdrawn by the business, or ended with the operator who asked or with the business.
 */
public enum RepairDecision {
    NOT_ACCEPTED,
    REFUSED,
    FALSE_MATERIAL,
    GRANTED,
    WITHDRAWN,
    OPERATOR_CHANGED,
    BUSINESS_ENDED
}
