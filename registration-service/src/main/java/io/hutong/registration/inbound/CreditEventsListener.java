package io.hutong.registration.inbound;

import io.hutong.events.CreditEvent;
import io.hutong.messaging.EventListener;
import io.hutong.messaging.ReceivedEvent;
import io.hutong.registration.creditstanding.RecordCreditStanding;
import jakarta.enterprise.context.ApplicationScoped;

/** The one reader of what credit states. It waits for no answer, so none is given. */
@ApplicationScoped
class CreditEventsListener implements EventListener {
    private final RecordCreditStanding standings;

    CreditEventsListener(RecordCreditStanding standings) {
        this.standings = standings;
    }

    @Override
    public String inbox() {
        return "credit-events";
    }

    @Override
    public void on(ReceivedEvent received) {
        if (received.event() instanceof CreditEvent event) {
            standings.handle(received.envelope().subject(), event);
        } else {
            throw new IllegalStateException("not an event of credit");
        }
    }
}
