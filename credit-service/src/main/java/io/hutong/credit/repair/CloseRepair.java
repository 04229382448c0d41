package io.hutong.credit.repair;

import io.hutong.credit.business.CreditTime;
import io.hutong.credit.repair.RepairCase.State;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Closes an application that is not decided, in the caller's transaction, in which the business's stream is locked. */
@ApplicationScoped
class CloseRepair {
    private final Repairs repairs;
    private final StateRepair state;
    private final CreditTime time;

    CloseRepair(Repairs repairs, StateRepair state, CreditTime time) {
        this.repairs = repairs;
        this.state = state;
        this.time = time;
    }

    /** Empty where it is decided. */
    Optional<RepairCase> close(RepairCase repair, State as, String by) {
        Optional<RepairCase> closed = repair.closed(as, time.today(), by);
        closed.ifPresent(done -> {
            repairs.close(done);
            state.stepped(done);
        });
        return closed;
    }
}
