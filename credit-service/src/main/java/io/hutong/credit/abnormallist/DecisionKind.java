package io.hutong.credit.abnormallist;

/** What is decided about the list; each kind has numbers of its own. */
public enum DecisionKind {
    LISTING,
    REMOVAL
}
