package io.hutong.registration.duty;

import io.hutong.events.Agency;
import io.hutong.events.Block;
import io.hutong.events.ChangeKind;
import io.hutong.events.OperatorChangeKind;
import io.hutong.events.Regime;
import io.hutong.events.TaxEvent.ChangeCompleted;
import io.hutong.events.TaxEvent.ChangeRefused;
import io.hutong.identity.BizId;
import io.hutong.identity.CertificateId;
import io.hutong.identity.ChangeId;
import io.hutong.registration.duty.TimelineEntry.Step;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A change on its way through the agencies: what each owes and has answered. It is finished when every owing agency has
 * completed or refused it. {@code conditions} are there while a cleared application waits for them; {@code news} are the
 * entries of its timeline that are not stored yet.
 */
public record TrackedChange(
        Subject subject,
        ChangeState state,
        Instant requestedAt,
        @Nullable Instant registeredAt,
        @Nullable LocalDate effectiveOn,
        List<Duty> duties,
        @Nullable Clearance clearance,
        @Nullable UnmetConditions conditions,
        List<TimelineEntry> news) {

    /** What the change is; fixed from its first moment. */
    public record Subject(
            ChangeId changeId,
            BizId bizId,
            ChangeKind kind,
            @Nullable OperatorChangeKind operatorKind,
            @Nullable Regime regime) {}

    public TrackedChange {
        duties = List.copyOf(duties);
        news = List.copyOf(news);
    }

    /** A change that was registered at once. */
    public static TrackedChange registered(Subject subject, LocalDate effectiveOn, List<Duty> duties, Instant at) {
        return new TrackedChange(subject, ChangeState.REGISTERED, at, null, null, List.of(), null, null, List.of())
                .registered(effectiveOn, duties, at);
    }

    /** An application that tax must clear first, as {@code owed} says by when. */
    public static TrackedChange awaitingClearance(Subject subject, List<Duty> owed, Instant at) {
        Clearance asked = Clearance.in(Clearance.State.REQUESTED, at);
        return new TrackedChange(
                        subject, ChangeState.AWAITING_TAX_CLEARANCE, at, null, null, owed, asked, null, List.of())
                .told(at, Agency.AMR, Step.CLEARANCE_REQUESTED, "");
    }

    public ChangeId changeId() {
        return subject.changeId();
    }

    /** Whether it is an application that is neither registered nor ended. */
    public boolean waiting() {
        return state == ChangeState.AWAITING_TAX_CLEARANCE || awaitsConditions();
    }

    /** Whether tax has cleared it and a condition of the law is not met. */
    public boolean awaitsConditions() {
        return state == ChangeState.AWAITING_CONDITIONS;
    }

    /** What tax last said of the clearance, unless it went with the application: nothing is held against who has withdrawn. */
    public @Nullable Clearance standingClearance() {
        boolean dropped = state == ChangeState.WITHDRAWN && clearance != null && clearance.goesWithApplication();
        return dropped ? null : clearance;
    }

    /** The earlier changes that this one is said to wait for. */
    Stream<ChangeId> waitsFor() {
        return OpenPoint.of(this).stream().map(OpenPoint::earlier).filter(Objects::nonNull);
    }

    /** {@code others} finds the earlier changes that this one waits for; {@code today} a certificate past its last day. */
    public List<OpenPoint> openPoints(Function<ChangeId, Optional<TrackedChange>> others, LocalDate today) {
        return Stream.concat(
                        OpenPoint.of(this, others).stream(),
                        awaitsConditions() ? OpenPoint.ofLapsed(clearance, today) : Stream.of())
                .toList();
    }

    /** Whether an agency's record is known to differ from the register because of this change. */
    public boolean divergent() {
        return state != ChangeState.ANNULLED && duties.stream().anyMatch(TrackedChange::diverges);
    }

    public TrackedChange registered(LocalDate on, List<Duty> owed, Instant at) {
        return new TrackedChange(subject, ChangeState.REGISTERED, requestedAt, at, on, owed, clearance, null, news)
                .finishedIfAllAnswered()
                .told(at, Agency.AMR, Step.REGISTERED, "");
    }

    public TrackedChange received(Agency agency, Instant at) {
        return answered(agency, duty -> duty.state() == Duty.State.OWED ? duty.now(Duty.State.RECEIVED, at) : duty)
                .told(at, agency, Step.RECEIVED, "");
    }

    public TrackedChange held(Agency agency, List<Block> blocks, Instant at) {
        List<Blocking> known = duty(agency).map(Duty::blocks).orElse(List.of());
        List<Block> cleared = Blocking.cleared(known, blocks);
        TrackedChange next = restoredIfRefused(agency, at)
                .answered(agency, duty -> duty.state() == Duty.State.COMPLETED ? duty : duty.heldFor(blocks, at));
        // where something else came in its place, what is missing may have been set aside, not cleared
        next = cleared.isEmpty() || Blocking.added(known, blocks)
                ? next.told(at, agency, Step.HELD, Blocking.told(blocks))
                : next.told(at, agency, Step.ITEM_CLEARED, Blocking.told(cleared));
        return next.tellingDivergence(this, agency, at);
    }

    /** The agency has done it; what was held, from the moment it says, was released then. */
    public TrackedChange completed(Agency agency, ChangeCompleted receipt, Instant at) {
        boolean held =
                duty(agency).filter(duty -> duty.state() == Duty.State.HELD).isPresent();
        Instant released = receipt.releasedAt() == null && held ? at : receipt.releasedAt();
        TrackedChange next = restoredIfRefused(agency, at).answered(agency, duty -> duty.now(Duty.State.COMPLETED, at));
        return (released == null ? next : next.told(released, agency, Step.RELEASED, ""))
                .told(at, agency, Step.COMPLETED, receipt.mode().name());
    }

    public TrackedChange refused(Agency agency, ChangeRefused.Reason reason, Instant at) {
        return answered(agency, duty -> duty.refusedFor(reason.name(), at))
                .told(at, agency, Step.REFUSED, reason.name())
                .tellingDivergence(this, agency, at);
    }

    /** A refusal may be taken back: an annulled deregistration lets what it overtook wait again. */
    private TrackedChange restoredIfRefused(Agency agency, Instant at) {
        return duty(agency)
                .filter(duty -> duty.state() == Duty.State.REFUSED)
                .map(duty -> told(at, agency, Step.RESTORED, duty.reason()))
                .orElse(this);
    }

    private TrackedChange tellingDivergence(TrackedChange before, Agency agency, Instant at) {
        return before.divergesAt(agency) || !divergesAt(agency)
                ? this
                : told(at, Agency.AMR, Step.TAX_DIVERGENT, agency.name());
    }

    private boolean divergesAt(Agency agency) {
        return divergent() && duty(agency).filter(TrackedChange::diverges).isPresent();
    }

    /** Tax says what the clearance waits for. */
    public TrackedChange clearanceHeld(List<Block> blocks, Instant at) {
        return awaiting(Clearance.held(clearance, blocks, at))
                .clearing(Duty.State.RECEIVED, at)
                .told(at, Agency.TAX, Step.CLEARANCE_HELD, Blocking.told(blocks));
    }

    /** What tax answered about the clearance; the application goes on only if it still waits. */
    public TrackedChange cleared(Clearance answer, Step what, String detail) {
        TrackedChange next = waiting() && answer.state() == Clearance.State.REFUSED
                ? in(answer).in(ChangeState.REFUSED)
                : awaiting(answer);
        return (waiting() ? next.clearing(Duty.State.COMPLETED, answer.since()) : next)
                .told(answer.since(), Agency.TAX, what, detail);
    }

    /** Tax takes a certificate back; one that is not the present one takes nothing from the application. */
    public TrackedChange clearanceRevoked(CertificateId certificateId, Instant at) {
        boolean present = clearance != null && certificateId.equals(clearance.certificateId());
        Clearance revoked = new Clearance(Clearance.State.REVOKED, at, List.of(), certificateId, null);
        return (present ? awaiting(revoked).clearing(Duty.State.RECEIVED, at) : this)
                .told(at, Agency.TAX, Step.CLEARANCE_REVOKED, "");
    }

    /** Cleared, but not to be registered before these conditions are met. */
    public TrackedChange awaitingConditions(UnmetConditions found, Instant at) {
        UnmetConditions now = found.after(conditions);
        TrackedChange next = in(ChangeState.AWAITING_CONDITIONS, now);
        return conditions != null && conditions.told().equals(now.told())
                ? next
                : next.told(at, Agency.AMR, Step.CONDITIONS_UNMET, now.told());
    }

    /** The certificate was not used in its time: tax is asked for another. */
    public TrackedChange clearanceExpired(List<Duty> owed, Instant at) {
        String lastDay = clearance == null ? "" : String.valueOf(clearance.validUntil());
        return awaiting(Clearance.in(Clearance.State.REQUESTED, at))
                .owing(owed)
                .told(at, Agency.AMR, Step.CLEARANCE_EXPIRED, lastDay)
                .told(at, Agency.AMR, Step.CLEARANCE_REQUESTED, "");
    }

    /** An application that waits for its conditions waits for tax again without a certificate. */
    private TrackedChange awaiting(Clearance next) {
        boolean back = awaitsConditions() && next.state() != Clearance.State.ISSUED;
        return (back ? in(ChangeState.AWAITING_TAX_CLEARANCE) : this).in(next);
    }

    /** What tax owes of the clearance; a registered change has duties of its own. */
    private TrackedChange clearing(Duty.State next, Instant at) {
        return registeredAt == null ? answered(Agency.TAX, duty -> duty.now(next, at)) : this;
    }

    private TrackedChange owing(List<Duty> owed) {
        return new TrackedChange(
                subject, state, requestedAt, registeredAt, effectiveOn, owed, clearance, conditions, news);
    }

    public TrackedChange withdrawn(String reason, Instant at) {
        return owing(List.of()).in(ChangeState.WITHDRAWN).told(at, Agency.AMR, Step.WITHDRAWN, reason);
    }

    public TrackedChange annulled(String by, Instant at) {
        return in(ChangeState.ANNULLED).told(at, Agency.AMR, Step.ANNULLED, by);
    }

    private Optional<Duty> duty(Agency agency) {
        return duties.stream().filter(duty -> duty.agency() == agency).findFirst();
    }

    private static boolean diverges(Duty duty) {
        return duty.state() == Duty.State.HELD || duty.leavesBehind();
    }

    private TrackedChange answered(Agency agency, UnaryOperator<Duty> answer) {
        List<Duty> next = duties.stream()
                .map(duty -> duty.agency() == agency ? answer.apply(duty) : duty)
                .toList();
        return new TrackedChange(
                        subject, state, requestedAt, registeredAt, effectiveOn, next, clearance, conditions, news)
                .finishedIfAllAnswered();
    }

    private TrackedChange finishedIfAllAnswered() {
        boolean answered = duties.stream().allMatch(duty -> duty.state().ends());
        if (state == ChangeState.REGISTERED && answered) {
            return in(ChangeState.FINISHED);
        }
        return state == ChangeState.FINISHED && !answered ? in(ChangeState.REGISTERED) : this;
    }

    /** In another state no conditions are waited for. */
    private TrackedChange in(ChangeState next) {
        return in(next, null);
    }

    private TrackedChange in(ChangeState next, @Nullable UnmetConditions waitedFor) {
        return new TrackedChange(
                subject, next, requestedAt, registeredAt, effectiveOn, duties, clearance, waitedFor, news);
    }

    private TrackedChange in(Clearance next) {
        return new TrackedChange(
                subject, state, requestedAt, registeredAt, effectiveOn, duties, next, conditions, news);
    }

    private TrackedChange told(Instant at, Agency agency, Step what, String detail) {
        List<TimelineEntry> more = Stream.concat(news.stream(), Stream.of(new TimelineEntry(at, agency, what, detail)))
                .toList();
        return new TrackedChange(
                subject, state, requestedAt, registeredAt, effectiveOn, duties, clearance, conditions, more);
    }
}
