package io.hutong.tax.changesync;

import io.hutong.events.ChangeKind;
import io.hutong.tax.clearance.ChangeLineTable;

/** Which kinds of change wait behind which: a table in rule data, effective-dated like every rule. */
public interface LineRules {
    /** Whether a change of kind {@code later} waits while an earlier one of kind {@code earlier} is held. */
    boolean waitsBehind(ChangeKind later, ChangeKind earlier);

    /** What this does to a change that waits; what no row names is for an officer. */
    ChangeLineTable.Act actOf(ActOnLine.Actor.What what);

    /** Version of the table, named in what it decides. */
    String version();
}
