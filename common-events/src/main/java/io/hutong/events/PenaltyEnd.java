package io.hutong.events;

/** Why a penalty is no longer shown. */
public enum PenaltyEnd {
    TERM_OVER,
    REPAIRED
}
