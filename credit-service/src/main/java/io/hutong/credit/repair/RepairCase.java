package io.hutong.credit.repair;

import io.hutong.credit.filing.FiledCase;
import io.hutong.credit.filing.Filing;
import io.hutong.credit.filing.Push;
import io.hutong.credit.filing.Standing;
import io.hutong.credit.filing.Subject;
import io.hutong.credit.publication.FactKind;
import io.hutong.identity.BizId;
import io.hutong.identity.RepairId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An application for credit repair, how far it has come, and the account of its conditions as last judged (JSON). */
public record RepairCase(
        RepairId id, BizId bizId, Subject subject, Filing<Said> filing, Progress progress, String grounds)
        implements FiledCase {

    /** Whether duties are fulfilled, what was wrong is corrected, and a public promise is given. */
    public record Said(boolean fulfilled, boolean corrected, boolean promised) {}

    /**
     * How far it is: {@code dueOn} is the last day for what comes next, absent when all is done; {@code reason} is what the business
     * is told about a step against it.
     */
    public record Progress(
            State state,
            LocalDate on,
            String by,
            @Nullable LocalDate dueOn,
            boolean extended,
            @Nullable LocalDate barredUntil,
            @Nullable Instant finishedAt,
            @Nullable String reason) {
        /** What people write is not for logs. */
        @Override
        public String toString() {
            return "Progress[" + state + ", " + on + "]";
        }
    }

    /** How it stands. */
    public enum State {
        REQUESTED,
        NOT_ACCEPTED,
        ACCEPTED,
        GRANTED,
        REFUSED,
        FALSE_MATERIAL,
        /** The business took it back. */
        WITHDRAWN,
        /** Who asked and promised is not the operator any more. */
        OPERATOR_CHANGED,
        /** The business left the register, and what it asked to end is shown no longer. */
        BUSINESS_ENDED
    }

    /** What an officer may do, from which states, and where it leads. */
    public enum Step {
        ACCEPT(State.ACCEPTED),
        NOT_ACCEPT(State.NOT_ACCEPTED),
        EXTEND(State.ACCEPTED),
        GRANT(State.GRANTED),
        REFUSE(State.REFUSED),
        FIND_FALSE(State.FALSE_MATERIAL);

        private final State to;

        Step(State to) {
            this.to = to;
        }

        /** A step against the business is explained to it (NDRC Order 36 art. 16, 17). */
        boolean needsReason() {
            return this == NOT_ACCEPT || this == REFUSE || this == FIND_FALSE;
        }

        private boolean fits(State from) {
            return switch (this) {
                case ACCEPT, NOT_ACCEPT -> from == State.REQUESTED;
                case EXTEND, GRANT, REFUSE -> from == State.ACCEPTED;
                // taking it back, or passing the business on, saves nobody from the bar
                case FIND_FALSE ->
                    switch (from) {
                        case REQUESTED, ACCEPTED, GRANTED, WITHDRAWN, OPERATOR_CHANGED -> true;
                        case NOT_ACCEPTED, REFUSED, FALSE_MATERIAL, BUSINESS_ENDED -> false;
                    };
            };
        }
    }

    @Override
    public Standing standing() {
        return new Standing(
                FactKind.REPAIR_CASE,
                id.uuid(),
                progress.state(),
                progress.on(),
                progress.dueOn(),
                progress.barredUntil(),
                progress.finishedAt());
    }

    /** Whether an officer still has to decide. */
    public boolean open() {
        return progress.state() == State.REQUESTED || progress.state() == State.ACCEPTED;
    }

    /** Whether what comes next is late on that day. */
    public boolean overdue(LocalDate today) {
        return progress.dueOn() != null && today.isAfter(progress.dueOn());
    }

    /** Where the step leads; empty where it does not fit. */
    Optional<State> by(Step step) {
        boolean again = step == Step.EXTEND && progress.extended();
        return step.fits(progress.state()) && !again ? Optional.of(step.to) : Optional.empty();
    }

    /** Closed undecided; empty where it is decided. */
    Optional<RepairCase> closed(State as, LocalDate on, String by) {
        var end = new Progress(as, on, by, null, progress.extended(), null, null, null);
        return open() ? Optional.of(at(end, grounds)) : Optional.empty();
    }

    /** The same, as the platform that pushed it corrected it, with the account of its conditions anew. */
    RepairCase corrected(Push<Said> push, String newGrounds) {
        return new RepairCase(id, bizId, subject, filing.as(push), progress, newGrounds);
    }

    RepairCase at(Progress next, String newGrounds) {
        return new RepairCase(id, bizId, subject, filing, next, newGrounds);
    }

    /** Every system that showed it shows it no longer. */
    RepairCase finished(Instant at) {
        Progress now = progress;
        var done = new Progress(
                now.state(), now.on(), now.by(), null, now.extended(), now.barredUntil(), at, now.reason());
        return at(done, grounds);
    }
}
