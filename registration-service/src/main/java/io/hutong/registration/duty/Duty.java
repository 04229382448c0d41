package io.hutong.registration.duty;

import io.hutong.events.Agency;
import io.hutong.events.Block;
import io.hutong.events.TaxEvent.ChangeRefused;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one agency owes to a registered change, and how far it has come (architecture: duties and receipts). */
public record Duty(
        Agency agency, State state, Instant since, @Nullable LocalDate dueOn, List<Blocking> blocks, String reason) {
    /** The receipts of an agency, in the order in which they usually come. */
    public enum State {
        OWED,
        RECEIVED,
        HELD,
        COMPLETED,
        REFUSED;

        public boolean ends() {
            return this == COMPLETED || this == REFUSED;
        }
    }

    public Duty {
        blocks = List.copyOf(blocks);
    }

    public static Duty owed(Agency agency, Instant since, @Nullable LocalDate dueOn) {
        return new Duty(agency, State.OWED, since, dueOn, List.of(), "");
    }

    /** It was refused although the register keeps it: the agency's record stays behind until the register acts again. */
    boolean leavesBehind() {
        return state == State.REFUSED
                && (reason.equals(ChangeRefused.Reason.SKIPPED.name())
                        || reason.equals(ChangeRefused.Reason.NOT_ALLOWED.name()));
    }

    Duty now(State next, Instant at) {
        return new Duty(agency, next, at, dueOn, List.of(), "");
    }

    /** The blocks of an earlier hold are gone with it: only a held duty has any. */
    Duty heldFor(List<Block> reasons, Instant at) {
        Instant first = state == State.HELD ? since : at;
        return new Duty(agency, State.HELD, first, dueOn, Blocking.restated(blocks, reasons, at), "");
    }

    Duty refusedFor(String why, Instant at) {
        return new Duty(agency, State.REFUSED, at, dueOn, List.of(), why);
    }
}
