package io.hutong.credit.objection.adapter;

import io.hutong.credit.objection.Objection.Subject;
import io.hutong.events.RepairTarget;
import io.hutong.identity.RepairTargetId;
import org.jspecify.annotations.Nullable;

/** What an objection names; who wrote for the abnormal list alone names no kind. */
final class SubjectJson {
    private SubjectJson() {}

    static Subject of(@Nullable RepairTarget target, RepairTargetId id) {
        return new Subject(target == null ? RepairTarget.ABNORMAL_ENTRY : target, id);
    }
}
