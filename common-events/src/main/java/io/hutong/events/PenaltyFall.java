package io.hutong.events;

/** How a penalty decision fell. */
public enum PenaltyFall {
    CHANGED,
    ANNULLED
}
