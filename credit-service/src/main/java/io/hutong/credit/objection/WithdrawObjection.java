package io.hutong.credit.objection;

import io.hutong.credit.business.Businesses;
import io.hutong.credit.business.CreditTime;
import io.hutong.credit.business.KnownBusiness;
import io.hutong.credit.objection.Objection.State;
import io.hutong.credit.problem.CreditProblems;
import io.hutong.identity.BizId;
import io.hutong.identity.ObjectionId;
import io.hutong.messaging.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/**
 * Takes an objection back as long as nothing was found: only the operator who filed it can, and may object again in time; one that
 * a platform pushed also the platform, as often as it says so.
 */
@ApplicationScoped
public class WithdrawObjection {
    /** Which, of which business. */
    public record Command(BizId bizId, ObjectionId id, String by) {}

    private final Businesses businesses;
    private final Objections objections;
    private final StateObjection state;
    private final Outbox outbox;
    private final CreditTime time;

    WithdrawObjection(
            Businesses businesses, Objections objections, StateObjection state, Outbox outbox, CreditTime time) {
        this.businesses = businesses;
        this.objections = objections;
        this.state = state;
        this.outbox = outbox;
        this.time = time;
    }

    @Transactional
    public Objection handle(Command command) {
        outbox.lock(command.bizId());
        KnownBusiness business = businesses.find(command.bizId()).orElseThrow(CreditProblems::notFound);
        Objection before = objections
                .find(command.id())
                .filter(found -> found.filedByOperatorOf(business))
                .orElseThrow(CreditProblems::notFound);
        return withdraw(before, command.by());
    }

    /** By the platform, under its number. */
    @Transactional
    public Objection pushed(String caseNo, String by) {
        Objection before = objections.locked(caseNo, outbox);
        return before.state() == State.WITHDRAWN ? before : withdraw(before, by);
    }

    private Objection withdraw(Objection before, String by) {
        Objection withdrawn =
                before.closed(State.WITHDRAWN, time.today(), by).orElseThrow(() -> ObjectionStates.unfit(before));
        objections.close(withdrawn);
        state.stepped(withdrawn);
        return withdrawn;
    }
}
