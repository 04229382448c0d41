package io.hutong.credit.filing;

import io.hutong.credit.publication.FactKind;
import io.hutong.events.RepairTarget;
import io.hutong.identity.RepairTargetId;

/** The record that a filing is about: what is to be repaired, or is said to be wrong. */
public record Subject(RepairTarget target, RepairTargetId id) {
    /** As what it is shown. */
    public FactKind kind() {
        return FactKind.valueOf(target.name());
    }
}
