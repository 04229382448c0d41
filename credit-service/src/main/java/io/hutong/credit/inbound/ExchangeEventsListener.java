package io.hutong.credit.inbound;

import io.hutong.credit.agencyrecord.RecordPermit;
import io.hutong.events.EventTypes;
import io.hutong.events.ExchangeEvent.PermitEvent;
import io.hutong.messaging.EventListener;
import io.hutong.messaging.ReceivedEvent;
import jakarta.enterprise.context.ApplicationScoped;

/** Reads what departments state about permits; whatever else goes through the exchange is not for credit, and stays unread. */
@ApplicationScoped
class ExchangeEventsListener implements EventListener {
    private final RecordPermit permits;

    ExchangeEventsListener(RecordPermit permits) {
        this.permits = permits;
    }

    @Override
    public String inbox() {
        return "exchange-events";
    }

    @Override
    public boolean wants(String type) {
        return EventTypes.classOf(type)
                .filter(PermitEvent.class::isAssignableFrom)
                .isPresent();
    }

    @Override
    public void on(ReceivedEvent received) {
        if (received.event() instanceof PermitEvent event) {
            permits.handle(received.envelope().subject(), event);
        } else {
            throw new IllegalStateException("not asked for");
        }
    }
}
