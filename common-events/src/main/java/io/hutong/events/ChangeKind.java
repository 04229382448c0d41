package io.hutong.events;

/** Kinds of registered change (domain: application kinds and change items). */
public enum ChangeKind {
    OPENING,
    FACTS,
    OPERATOR,
    OPERATOR_NAME,
    SUSPENSION,
    RESUMPTION,
    DEREGISTRATION,
    ANNULMENT
}
