package io.hutong.events;

/** How an application or objection reached the credit desk. */
public enum FilingChannel {
    /** Through the page of the operator. */
    ONLINE,
    /** Handed in to an officer. */
    DESK
}
