package io.hutong.credit.objection;

import io.hutong.credit.filing.FiledCase;
import io.hutong.credit.filing.Filing;
import io.hutong.credit.filing.Push;
import io.hutong.credit.filing.Standing;
import io.hutong.credit.filing.Subject;
import io.hutong.credit.publication.FactKind;
import io.hutong.identity.BizId;
import io.hutong.identity.ObjectionId;
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
        Filing<String> filing,
        State state,
        Last last,
        @Nullable LocalDate dueOn,
        boolean formerOperator)
        implements FiledCase {

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

    @Override
    public Standing standing() {
        return new Standing(FactKind.OBJECTION_CASE, id.uuid(), state, last.on(), dueOn, null, null);
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
    Objection corrected(Push<String> push) {
        return new Objection(id, bizId, subject, filing.as(push), state, last, dueOn, formerOperator);
    }

    /** Closed before anything was found; empty where it was. */
    Optional<Objection> closed(State as, LocalDate on, String by) {
        return undecided() ? Optional.of(in(as, new Last(on, by, null), null)) : Optional.empty();
    }
}
