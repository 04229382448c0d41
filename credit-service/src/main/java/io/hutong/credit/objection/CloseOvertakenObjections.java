package io.hutong.credit.objection;

import io.hutong.credit.business.Businesses;
import io.hutong.credit.business.CreditTime;
import io.hutong.credit.business.KnownBusiness;
import io.hutong.credit.objection.Objection.State;
import io.hutong.events.RegistrationEvent;
import io.hutong.events.RegistrationEvent.Annulled;
import io.hutong.events.RegistrationEvent.Deregistered;
import io.hutong.events.RegistrationEvent.OperatorChanged;
import io.hutong.identity.BizId;
import io.hutong.messaging.Outbox;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Closes objections of a business that left the register against what is shown of it no longer, unless that proved wrong already, and
 * marks for the officer those whose operator changed. Runs in the transaction of the inbox, behind the projection.
 */
@ApplicationScoped
public class CloseOvertakenObjections {
    private static final String SYSTEM = "SYSTEM";

    private final Businesses businesses;
    private final Objections objections;
    private final StateObjection state;
    private final ObjectionTargets targets;
    private final Outbox outbox;
    private final CreditTime time;

    CloseOvertakenObjections(
            Businesses businesses,
            Objections objections,
            StateObjection state,
            ObjectionTargets targets,
            Outbox outbox,
            CreditTime time) {
        this.businesses = businesses;
        this.objections = objections;
        this.state = state;
        this.targets = targets;
        this.outbox = outbox;
        this.time = time;
    }

    public void handle(BizId bizId, RegistrationEvent event) {
        if (event instanceof OperatorChanged || event instanceof Annulled || event instanceof Deregistered) {
            handle(bizId);
        }
    }

    /** It is known otherwise that the register says something else now; the caller's transaction, behind the projection. */
    public void handle(BizId bizId) {
        outbox.lock(bizId);
        businesses.find(bizId).ifPresent(this::follow);
    }

    private void follow(KnownBusiness business) {
        objections.markFormerOperators(business.bizId(), business.tenureId());
        objections.of(business.bizId()).stream()
                .filter(objection -> !targets.shownOf(business, objection.subject()))
                .forEach(objection -> objection
                        .closed(State.BUSINESS_ENDED, time.today(), SYSTEM)
                        .ifPresent(this::close));
    }

    private void close(Objection closed) {
        objections.close(closed);
        state.stepped(closed);
    }
}
