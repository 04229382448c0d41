package io.hutong.messaging;

/** The time that data are dated by. */
enum TimeKind {
    REAL,
    SIMULATED
}
