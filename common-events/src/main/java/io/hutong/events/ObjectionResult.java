package io.hutong.events;

/** How an objection was settled: not taken up, found without ground, found right, withdrawn by the business, or ended with it. */
public enum ObjectionResult {
    NOT_ACCEPTED,
    REJECTED,
    UPHELD,
    WITHDRAWN,
    BUSINESS_ENDED
}
