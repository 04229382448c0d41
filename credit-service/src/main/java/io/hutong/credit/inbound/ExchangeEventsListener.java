package io.hutong.credit.inbound;

import io.hutong.credit.agencyrecord.MissRecord;
import io.hutong.credit.agencyrecord.RecordKind;
import io.hutong.credit.agencyrecord.RecordPermit;
import io.hutong.events.EventTypes;
import io.hutong.events.ExchangeEvent.PermitEvent;
import io.hutong.messaging.Envelope;
import io.hutong.messaging.EventListener;
import io.hutong.messaging.ReceivedEvent;
import jakarta.enterprise.context.ApplicationScoped;

/** Reads what departments state about permits; whatever else goes through the exchange is not for credit, and stays unread. */
@ApplicationScoped
class ExchangeEventsListener implements EventListener {
    /** Of what only a later contract knows, that which may be about these. */
    private static final String FAMILY = "io.hutong.exchange.permit";

    private final RecordPermit permits;
    private final MissRecord missing;

    ExchangeEventsListener(RecordPermit permits, MissRecord missing) {
        this.permits = permits;
        this.missing = missing;
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
    public void notUnderstood(Envelope envelope) {
        if (envelope.type().startsWith(FAMILY)) {
            missing.handle(envelope.subject(), RecordKind.PERMIT);
        }
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
