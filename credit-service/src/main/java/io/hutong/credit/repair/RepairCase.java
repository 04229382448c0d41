package io.hutong.credit.repair;

import io.hutong.credit.publication.PlatformCase;
import io.hutong.events.FilingChannel;
import io.hutong.events.RepairTarget;
import io.hutong.identity.BizId;
import io.hutong.identity.OperatorTenureId;
import io.hutong.identity.RepairId;
import io.hutong.identity.RepairTargetId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An application for credit repair, how far it has come, and the account of its conditions as last judged (JSON). */
public record RepairCase(
        RepairId id, BizId bizId, Subject subject, Request request, Progress progress, String grounds) {

    /** What is to be repaired. */
    public record Subject(RepairTarget target, RepairTargetId id) {}

    /** What the business said, under which operator and how it came here, and whose case it is where a platform pushed it. */
    public record Request(
            OperatorTenureId tenureId,
            FilingChannel channel,
            Said said,
            LocalDate on,
            String by,
            @Nullable PlatformCase pushed) {
        /** The day on which the business handed it in, here or at the platform. */
        LocalDate handedInOn() {
            return pushed == null ? on : pushed.receivedOn();
        }

        /** The same, as the platform corrected it. */
        Request as(Push push) {
            return new Request(tenureId, channel, push.said(), on, by, push.pushed());
        }
    }

    /** Whether duties are fulfilled, what was wrong is corrected, and a public promise is given. */
    public record Said(boolean fulfilled, boolean corrected, boolean promised) {}

    /** One version of what a platform pushed: what it says, and on which day and by whom it came here. */
    public record Push(PlatformCase pushed, Said said, LocalDate on, String by) {
        boolean says(PlatformCase other, Said otherSaid) {
            return pushed.equals(other) && said.equals(otherSaid);
        }
    }

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
    RepairCase corrected(Push push, String newGrounds) {
        return new RepairCase(id, bizId, subject, request.as(push), progress, newGrounds);
    }

    RepairCase at(Progress next, String newGrounds) {
        return new RepairCase(id, bizId, subject, request, next, newGrounds);
    }

    /** Every system that showed it shows it no longer. */
    RepairCase finished(Instant at) {
        Progress now = progress;
        var done = new Progress(
                now.state(), now.on(), now.by(), null, now.extended(), now.barredUntil(), at, now.reason());
        return at(done, grounds);
    }
}
