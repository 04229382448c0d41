package io.hutong.tax.changesync;

import io.hutong.events.TaxEvent.ChangeCompleted.Mode;
import io.hutong.events.TaxEvent.ChangeRefused.Reason;
import io.hutong.identity.BizId;
import io.hutong.identity.ChangeId;
import io.hutong.tax.clearance.Hold;
import io.hutong.tax.receipt.Cause;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One change of the register in tax's line of a business, from its arrival to its end. */
public record TaxChange(
        ChangeId id, Content content, Cause cause, long place, Instant receivedAt, State state, Progress progress) {

    /** WAITING may still become any; an end may be taken back only by the annulment of what brought it. */
    public enum State {
        WAITING,
        APPLIED,
        REFUSED,
        ANNULLED
    }

    /**
     * How far it came: since when and why it waits, what it ended with, and the decision behind it as JSON. {@code endedBy}
     * is the change that cancelled it; {@code note} is
     * what the officer wrote who refused it, and never leaves tax.
     */
    public record Progress(
            @Nullable Instant heldSince,
            @Nullable Hold hold,
            @Nullable String explanation,
            @Nullable Instant endedAt,
            @Nullable Mode mode,
            @Nullable Reason reason,
            @Nullable ChangeId endedBy,
            @Nullable String note,
            List<String> followUps) {
        public static final Progress NONE = new Progress(null, null, null, null, null, null, null, null, List.of());

        public Progress {
            followUps = List.copyOf(followUps);
        }

        Progress held(Hold newHold, @Nullable String newExplanation, Instant now) {
            return new Progress(
                    heldSince == null ? now : heldSince,
                    newHold,
                    newExplanation,
                    null,
                    null,
                    null,
                    null,
                    null,
                    followUps);
        }

        Progress applied(Mode newMode, @Nullable String newExplanation, List<String> newFollowUps, Instant now) {
            String last = newExplanation == null ? explanation : newExplanation;
            return new Progress(heldSince, null, last, now, newMode, null, null, null, newFollowUps);
        }

        Progress refused(Reason newReason, @Nullable ChangeId by, @Nullable String officersNote, Instant now) {
            return new Progress(heldSince, null, explanation, now, null, newReason, by, officersNote, followUps);
        }

        /** Nothing is said yet of why it waits. */
        Progress reopened() {
            return new Progress(heldSince, null, explanation, null, null, null, null, null, followUps);
        }
    }

    public static TaxChange arrived(ChangeId id, Content content, Cause cause, long place, Instant now) {
        return new TaxChange(id, content, cause, place, now, State.WAITING, Progress.NONE);
    }

    public BizId bizId() {
        return cause.bizId();
    }

    public boolean waiting() {
        return state == State.WAITING;
    }

    /** The register has it and tax has not: it waits here, or an officer refused it. */
    public boolean divergent() {
        return waiting() || notAllowed();
    }

    /**
     * Whether tax's record is no longer behind for want of this change: changes of its kind that came after it and took
     * effect have put something in its place; of name, scope and premises each must have been changed again.
     */
    public boolean madeGoodBy(List<TaxChange> applied) {
        List<Content> later = applied.stream()
                .filter(other -> other.state == State.APPLIED && other.place > place)
                .map(TaxChange::content)
                .filter(other -> other.kind() == content.kind())
                .toList();
        return content instanceof Content.NewFacts refused
                ? refused.madeGoodBy(
                        later.stream().map(Content.NewFacts.class::cast).toList())
                : !later.isEmpty();
    }

    private boolean notAllowed() {
        return state == State.REFUSED && progress.reason() == Reason.NOT_ALLOWED && progress.endedBy() == null;
    }

    public boolean wasHeld() {
        return progress.heldSince() != null;
    }

    TaxChange held(Hold hold, @Nullable String explanation, Instant now) {
        return become(State.WAITING, progress.held(hold, explanation, now));
    }

    TaxChange applied(Mode mode, @Nullable String explanation, List<String> followUps, Instant now) {
        return become(State.APPLIED, progress.applied(mode, explanation, followUps, now));
    }

    TaxChange refused(Reason reason, @Nullable ChangeId by, Instant now) {
        return become(State.REFUSED, progress.refused(reason, by, null, now));
    }

    /** An officer will not carry it out: the register keeps it, so both records differ until it is annulled there. */
    TaxChange notAllowed(String note, Instant now) {
        return become(State.REFUSED, progress.refused(Reason.NOT_ALLOWED, null, note, now));
    }

    /** It had ended, carried out or not, and its end now is that it never was: nothing else brings it back. */
    TaxChange undone(ChangeId by, Instant now) {
        return become(State.ANNULLED, progress.refused(Reason.ANNULLED, by, null, now));
    }

    TaxChange reopened() {
        return become(State.WAITING, progress.reopened());
    }

    public boolean leftToOfficerBy(String actor) {
        Hold hold = progress.hold();
        return waiting() && hold != null && hold.leftToOfficerBy(actor);
    }

    /** Whether what the gate said last is what holds now: an officer, or what undid the change, overrules it. */
    public boolean gateDecides() {
        Hold hold = progress.hold();
        return switch (state) {
            case WAITING -> hold == null || !hold.outsideGate();
            case APPLIED -> true;
            case REFUSED, ANNULLED -> false;
        };
    }

    /** An officer has looked at it: the rules decide again. */
    TaxChange takenUp() {
        Hold hold = progress.hold();
        return hold != null && hold.leftToOfficer() ? reopened() : this;
    }

    TaxChange asking(Content other) {
        return new TaxChange(id, other, cause, place, receivedAt, state, progress);
    }

    private TaxChange become(State next, Progress reached) {
        return new TaxChange(id, content, cause, place, receivedAt, next, reached);
    }
}
