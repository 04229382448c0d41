package io.hutong.credit.objection;

import io.hutong.credit.publication.PlatformCase;
import io.hutong.events.FilingChannel;
import io.hutong.events.RepairTarget;
import io.hutong.identity.BizId;
import io.hutong.identity.ObjectionId;
import io.hutong.identity.OperatorTenureId;
import io.hutong.identity.RepairTargetId;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An objection against one record that is shown of a business, and how far it has come. It goes on when its operator changes,
 * because a wrong record stands against the next one too: {@code formerOperator} tells the officer.
 */
public record Objection(
        ObjectionId id,
        BizId bizId,
        Subject subject,
        Filing filing,
        State state,
        Last last,
        @Nullable LocalDate dueOn,
        boolean formerOperator) {

    /** What is said to be wrong. */
    public record Subject(RepairTarget target, RepairTargetId id) {}

    /** What the business says, under which operator and how it came here, and whose case it is where a platform pushed it. */
    public record Filing(
            OperatorTenureId tenureId,
            FilingChannel channel,
            String statement,
            LocalDate on,
            String by,
            @Nullable PlatformCase pushed) {
        /** The same, as the platform corrected it. */
        Filing as(Push push) {
            return new Filing(tenureId, channel, push.statement(), on, by, push.pushed());
        }

        /** What people write is not for logs. */
        @Override
        public String toString() {
            return "Filing[" + channel + "]";
        }
    }

    /** One version of what a platform pushed: what it says, and on which day and by whom it came here. */
    public record Push(PlatformCase pushed, String statement, LocalDate on, String by) {
        boolean says(PlatformCase other, String text) {
            return pushed.equals(other) && statement.equals(text);
        }

        @Override
        public String toString() {
            return "Push[" + pushed + "]";
        }
    }

    /** The last step: its day, by whom, and what the business is told about it. */
    public record Last(LocalDate on, String by, @Nullable String answer) {
        @Override
        public String toString() {
            return "Last[" + on + "]";
        }
    }

    /** How far it is. */
    public enum State {
        FILED,
        NOT_ACCEPTED,
        ACCEPTED,
        REJECTED,
        /** The record proved wrong and has to go. */
        FOUND_WRONG,
        CORRECTED,
        /** The business took it back. */
        WITHDRAWN,
        /** The business left the register before anything was found. */
        BUSINESS_ENDED
    }

    /** What an officer may do, from which state, and where it leads. */
    public enum Step {
        ACCEPT(State.FILED, State.ACCEPTED),
        NOT_ACCEPT(State.FILED, State.NOT_ACCEPTED),
        REJECT(State.ACCEPTED, State.REJECTED),
        FIND_WRONG(State.ACCEPTED, State.FOUND_WRONG),
        CORRECT(State.FOUND_WRONG, State.CORRECTED);

        private final State from;
        private final State to;

        Step(State from, State to) {
            this.from = from;
            this.to = to;
        }

        /** A step against the business is explained to it. */
        boolean needsAnswer() {
            return this == NOT_ACCEPT || this == REJECT;
        }
    }

    public boolean open() {
        return Arrays.stream(Step.values()).anyMatch(step -> step.from == state);
    }

    /** Whether the step is late on that day. */
    public boolean overdue(LocalDate today) {
        return dueOn != null && today.isAfter(dueOn);
    }

    /** Whether anything was found yet. */
    boolean undecided() {
        return state == State.FILED || state == State.ACCEPTED;
    }

    /** Where the step leads; empty where it does not fit. */
    Optional<State> by(Step step) {
        return step.from == state ? Optional.of(step.to) : Optional.empty();
    }

    Objection in(State next, Last step, @Nullable LocalDate due) {
        return new Objection(id, bizId, subject, filing, next, step, due, formerOperator);
    }

    /** The same, as the platform that pushed it corrected it. */
    Objection corrected(Push push) {
        return new Objection(id, bizId, subject, filing.as(push), state, last, dueOn, formerOperator);
    }

    /** Closed before anything was found; empty where it was. */
    Optional<Objection> closed(State as, LocalDate on, String by) {
        return undecided() ? Optional.of(in(as, new Last(on, by, null), null)) : Optional.empty();
    }
}
