package io.hutong.events;

/** How an application or objection reached the credit desk. */
public enum FilingChannel {
    /** Through the page of the operator. */
    ONLINE,
    /** Handed in to an officer. */
    DESK,
    /** Handed in at Credit China, which pushed it here (NDRC Order 36 art. 13, 18). */
    XCN
}
