package io.hutong.credit.objection;

import io.hutong.credit.business.Businesses;
import io.hutong.credit.business.CreditTime;
import io.hutong.credit.business.KnownBusiness;
import io.hutong.credit.objection.Objection.State;
import io.hutong.credit.problem.CreditProblems;
import io.hutong.identity.BizId;
import io.hutong.identity.ObjectionId;
import io.hutong.messaging.Outbox;
import io.hutong.web.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** Takes an objection back as long as nothing was found: only the operator who filed it can, and may object again in time. */
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
                .filter(found -> found.bizId().equals(business.bizId())
                        && found.filing().tenureId().equals(business.tenureId()))
                .orElseThrow(CreditProblems::notFound);
        Objection withdrawn = before.closed(State.WITHDRAWN, time.today(), command.by())
                .orElseThrow(() -> Problem.of(
                                CreditProblems.OBJECTION_STEP,
                                "异议的当前状态不允许此步骤。",
                                "The objection is not in the state for this step.")
                        .with("state", before.state()));
        objections.close(withdrawn);
        state.stepped(withdrawn);
        return withdrawn;
    }
}
