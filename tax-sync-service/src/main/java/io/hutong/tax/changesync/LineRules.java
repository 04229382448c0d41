package io.hutong.tax.changesync;

import io.hutong.events.ChangeKind;

/** Which kinds of change wait behind which: a table in rule data, effective-dated like every rule. */
public interface LineRules {
    /** Whether a change of kind {@code later} waits while an earlier one of kind {@code earlier} is held. */
    boolean waitsBehind(ChangeKind later, ChangeKind earlier);

    /** Version of the table, named in what it decides. */
    String version();
}
