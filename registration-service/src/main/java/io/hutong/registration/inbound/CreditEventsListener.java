package io.hutong.registration.inbound;

import io.hutong.events.CreditEvent;
import io.hutong.identity.BizId;
import io.hutong.messaging.EventListener;
import io.hutong.messaging.ReceivedEvent;
import io.hutong.registration.creditstanding.RecordCreditStanding;
import io.hutong.registration.operatorchange.ReconsiderApplications;
import io.hutong.registration.separateregister.KeepSeparateRegister;
import jakarta.enterprise.context.ApplicationScoped;

/** The one reader of what credit states. It waits for no answer, so none is given. */
@ApplicationScoped
class CreditEventsListener implements EventListener {
    private final RecordCreditStanding standings;
    private final KeepSeparateRegister separate;
    private final ReconsiderApplications applications;

    CreditEventsListener(
            RecordCreditStanding standings, KeepSeparateRegister separate, ReconsiderApplications applications) {
        this.standings = standings;
        this.separate = separate;
        this.applications = applications;
    }

    @Override
    public String inbox() {
        return "credit-events";
    }

    @Override
    public void on(ReceivedEvent received) {
        if (received.event() instanceof CreditEvent event) {
            BizId bizId = received.envelope().subject();
            boolean ofStanding = standings.handle(bizId, event);
            separate.handle(bizId, event, received.envelope().id());
            if (ofStanding) {
                applications.stated(bizId, received.envelope().id());
            }
        } else {
            throw new IllegalStateException("not an event of credit");
        }
    }
}
