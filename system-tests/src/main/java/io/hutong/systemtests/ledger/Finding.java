package io.hutong.systemtests.ledger;

/** A broken promise, with the invariant's name and the business it concerns. */
public record Finding(String invariant, String bizId, String what) {}
