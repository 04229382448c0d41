package io.hutong.credit.objection.adapter;

import io.hutong.credit.filing.Subject;
import io.hutong.events.RepairTarget;
import io.hutong.identity.AbnormalEntryId;
import io.hutong.identity.RepairTargetId;
import io.hutong.web.CommonProblems;
import io.hutong.web.Problem;
import io.hutong.web.Violation;
import org.jspecify.annotations.Nullable;

/** What an objection names, and is answered with; who wrote for the abnormal list alone named and read an entry of it. */
final class SubjectJson {
    /** What is said of the name that entries had while they were all that could be objected to. */
    static final String BY_TARGET_ID = "An entry in the abnormal list; name it by targetId";

    private SubjectJson() {}

    static Subject of(
            @Nullable RepairTarget target, @Nullable RepairTargetId targetId, @Nullable AbnormalEntryId entryId) {
        if (targetId != null) {
            return new Subject(target == null ? RepairTarget.ABNORMAL_ENTRY : target, targetId);
        }
        if (entryId == null || (target != null && target != RepairTarget.ABNORMAL_ENTRY)) {
            throw Problem.of(
                    CommonProblems.INVALID_REQUEST,
                    "请更正所列各项。",
                    "Correct what is listed.",
                    new Violation("/targetId", "MISSING", "此字段必填", "The field is required"));
        }
        return new Subject(RepairTarget.ABNORMAL_ENTRY, new RepairTargetId(entryId.uuid()));
    }

    static @Nullable AbnormalEntryId entryId(Subject subject) {
        return subject.target() == RepairTarget.ABNORMAL_ENTRY
                ? new AbnormalEntryId(subject.id().uuid())
                : null;
    }
}
