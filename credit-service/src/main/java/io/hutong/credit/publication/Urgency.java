package io.hutong.credit.publication;

/** Which notices go first: what a person waits for, before what a mass job decided. */
public enum Urgency {
    AT_ONCE,
    MASS
}
