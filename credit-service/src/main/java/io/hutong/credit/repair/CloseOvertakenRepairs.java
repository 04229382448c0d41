package io.hutong.credit.repair;

import io.hutong.credit.business.Businesses;
import io.hutong.credit.business.CreditTime;
import io.hutong.credit.business.KnownBusiness;
import io.hutong.credit.publication.PublicationRules;
import io.hutong.credit.repair.RepairCase.State;
import io.hutong.events.RegistrationEvent;
import io.hutong.events.RegistrationEvent.Annulled;
import io.hutong.events.RegistrationEvent.Deregistered;
import io.hutong.events.RegistrationEvent.OperatorChanged;
import io.hutong.identity.BizId;
import io.hutong.messaging.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/**
 * Closes applications that the register overtook: a promise binds who gave it, so they end with their operator; they end with the
 * business where nothing of it is shown any longer, and else stay with the officer. Runs in the transaction of the inbox, behind
 * the projection.
 */
@ApplicationScoped
public class CloseOvertakenRepairs {
    private static final String SYSTEM = "SYSTEM";

    private final Businesses businesses;
    private final Repairs repairs;
    private final CloseRepair close;
    private final PublicationRules shown;
    private final Outbox outbox;
    private final CreditTime time;

    CloseOvertakenRepairs(
            Businesses businesses,
            Repairs repairs,
            CloseRepair close,
            PublicationRules shown,
            Outbox outbox,
            CreditTime time) {
        this.businesses = businesses;
        this.repairs = repairs;
        this.close = close;
        this.shown = shown;
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
        businesses.find(bizId).ifPresent(this::close);
    }

    private void close(KnownBusiness business) {
        repairs.of(business.bizId()).stream()
                .filter(RepairCase::open)
                .forEach(repair -> why(repair, business).ifPresent(why -> close.close(repair, why, SYSTEM)));
    }

    private Optional<State> why(RepairCase repair, KnownBusiness business) {
        if (!shown.shownOf(repair.subject().kind(), business.status(), time.today())) {
            return Optional.of(State.BUSINESS_ENDED);
        }
        return repair.filing().tenureId().equals(business.tenureId())
                ? Optional.empty()
                : Optional.of(State.OPERATOR_CHANGED);
    }
}
