package io.hutong.registration.duty.adapter;

import io.hutong.events.Agency;
import io.hutong.events.ChangeKind;
import io.hutong.events.OperatorChangeKind;
import io.hutong.events.Regime;
import io.hutong.identity.BizId;
import io.hutong.identity.ChangeId;
import io.hutong.registration.duty.Blocking;
import io.hutong.registration.duty.ChangeState;
import io.hutong.registration.duty.Clearance;
import io.hutong.registration.duty.Duty;
import io.hutong.registration.duty.FollowChanges.Followed;
import io.hutong.registration.duty.FollowChanges.Listed;
import io.hutong.registration.duty.OpenPoint;
import io.hutong.registration.duty.TimelineEntry;
import io.hutong.registration.duty.TrackedChange;
import io.hutong.registration.duty.UnmetConditions;
import io.hutong.web.Page;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How far a change has come: duties, what each agency did and when, what is still open and who must act. */
record ChangeJson(
        ChangeId changeId,
        BizId bizId,
        String kind,
        ChangeKind changeKind,
        @Nullable Regime regime,
        ChangeState state,
        Instant requestedAt,
        @Nullable Instant registeredAt,
        @Nullable LocalDate effectiveOn,
        List<DutyJson> duties,
        @Nullable Clearance clearance,
        @Nullable UnmetConditions conditions,
        @Nullable List<TimelineEntry> timeline,
        List<OpenPoint> openPoints,
        boolean divergent) {

    /** What one agency owes. */
    record DutyJson(
            Agency agency,
            Duty.State state,
            Instant since,
            @Nullable LocalDate dueOn,
            @Nullable List<Blocking> blocks,
            @Nullable String reason) {
        static DutyJson of(Duty duty) {
            return new DutyJson(
                    duty.agency(),
                    duty.state(),
                    duty.since(),
                    duty.dueOn(),
                    duty.blocks().isEmpty() ? null : duty.blocks(),
                    duty.reason().isEmpty() ? null : duty.reason());
        }
    }

    static ChangeJson of(Followed followed) {
        return of(followed.change(), followed.openPoints(), followed.timeline());
    }

    /** Without a timeline in lists. */
    private static ChangeJson of(
            TrackedChange change, List<OpenPoint> openPoints, @Nullable List<TimelineEntry> timeline) {
        OperatorChangeKind operatorKind = change.subject().operatorKind();
        return new ChangeJson(
                change.changeId(),
                change.subject().bizId(),
                operatorKind == null ? change.subject().kind().name() : operatorKind.name(),
                change.subject().kind(),
                change.subject().regime(),
                change.state(),
                change.requestedAt(),
                change.registeredAt(),
                change.effectiveOn(),
                change.duties().stream().map(DutyJson::of).toList(),
                change.standingClearance(),
                change.conditions(),
                timeline,
                openPoints,
                change.divergent());
    }

    /** A page of those found, of which one beyond the limit says that there are more. */
    static Page<ChangeJson> page(List<Listed> found, int limit) {
        return Page.of(
                found,
                limit,
                listed -> of(listed.change(), listed.openPoints(), null),
                last -> last.change().changeId().value());
    }
}
