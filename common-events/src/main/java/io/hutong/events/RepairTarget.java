package io.hutong.events;

/** What an application for repair asks to end, or an objection says is wrong. */
public enum RepairTarget {
    /** The publication of a penalty. */
    PENALTY,
    SERIOUS_ENTRY,
    ABNORMAL_ENTRY
}
