package io.hutong.tax.clearance;

import io.hutong.identity.OperatorTenureId;

/** Puts the facts of one tenure to the gate; the one evaluator for both legal regimes. */
public interface AssessTenure {
    Assessment assess(OperatorTenureId tenureId);
}
