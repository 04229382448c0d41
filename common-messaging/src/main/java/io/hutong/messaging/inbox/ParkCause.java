package io.hutong.messaging.inbox;

/** Why a stream does not go on. */
public enum ParkCause {
    /** The event made the listener fail, repeatedly and alone. */
    FAILED,
    /** The body does not fit its type. */
    UNREADABLE,
    /** The source tells another history than before. */
    HISTORY_CONFLICT,
    /** Something from another stream, or a key, must come first; wakes by itself. */
    AWAITING_PREMISE
}
