package io.hutong.credit.repair;

import io.hutong.credit.business.CreditTime;
import io.hutong.credit.problem.CreditProblems;
import io.hutong.credit.repair.RepairCase.State;
import io.hutong.identity.RepairId;
import io.hutong.messaging.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Follows what was granted until every system that showed it has acknowledged: only then is a repair finished (Private Economy
 * Promotion Law art. 54).
 */
@ApplicationScoped
public class FinishRepairs {
    private final Repairs repairs;
    private final Acknowledgements acknowledgements;
    private final StateRepair state;
    private final Outbox outbox;
    private final CreditTime time;

    FinishRepairs(
            Repairs repairs, Acknowledgements acknowledgements, StateRepair state, Outbox outbox, CreditTime time) {
        this.repairs = repairs;
        this.acknowledgements = acknowledgements;
        this.state = state;
        this.outbox = outbox;
        this.time = time;
    }

    /** Some that are not finished, behind that one. */
    @Transactional
    public List<RepairId> unfinished(@Nullable RepairId after, int limit) {
        return repairs.unfinished(after, limit);
    }

    /** Notes who has acknowledged by now. */
    @Transactional
    public void follow(RepairId id) {
        outbox.lock(repairs.find(id).orElseThrow(CreditProblems::notFound).bizId());
        RepairCase repair = repairs.find(id).orElseThrow();
        if (repair.progress().state() != State.GRANTED || repair.progress().finishedAt() != null) {
            return;
        }
        List<Acknowledgement> told = acknowledgements.of(repair.subject().id().uuid());
        Set<String> known = repairs.applied(id);
        for (Acknowledgement one : told) {
            Instant at = one.acknowledgedAt();
            if (at != null && !known.contains(one.channel())) {
                repairs.applied(id, one);
                state.applied(repair, one.channel(), at);
            }
        }
        if (told.stream().allMatch(one -> one.acknowledgedAt() != null)) {
            RepairCase finished = repair.finished(time.now());
            repairs.finish(finished);
            state.finished(finished);
        }
    }
}
