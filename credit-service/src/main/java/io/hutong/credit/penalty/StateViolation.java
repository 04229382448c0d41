package io.hutong.credit.penalty;

import io.hutong.credit.business.CreditTime;
import io.hutong.credit.problem.CreditProblems;
import io.hutong.identity.PenaltyId;
import io.hutong.messaging.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/**
 * States for which kind of violation a penalty was decided, where that was not recorded or wrongly; a repair that is under way is judged
 * by it from then on (SAMR Order 45 art. 13).
 */
@ApplicationScoped
public class StateViolation {
    /** Of which penalty, which code, and who says so. */
    public record Command(PenaltyId id, String violation, String by) {}

    private final Penalties penalties;
    private final Outbox outbox;
    private final CreditTime time;

    StateViolation(Penalties penalties, Outbox outbox, CreditTime time) {
        this.penalties = penalties;
        this.outbox = outbox;
        this.time = time;
    }

    @Transactional
    public Penalty handle(Command command) {
        outbox.lock(penalties
                .find(command.id())
                .orElseThrow(CreditProblems::notFound)
                .bizId());
        CreditProblems.refuse(Violations.defects(command.violation()));
        Penalty stated = penalties.find(command.id()).orElseThrow().forViolation(command.violation());
        penalties.keepViolation(stated, time.today(), command.by());
        return stated;
    }
}
