package io.hutong.credit.inbound;

import io.hutong.credit.agencyrecord.MissRecord;
import io.hutong.credit.agencyrecord.RecordArrears;
import io.hutong.credit.agencyrecord.RecordKind;
import io.hutong.events.EventTypes;
import io.hutong.events.TaxEvent.ArrearsEvent;
import io.hutong.messaging.Envelope;
import io.hutong.messaging.EventListener;
import io.hutong.messaging.ReceivedEvent;
import jakarta.enterprise.context.ApplicationScoped;

/** Reads what tax announced to the public; what it answers the register is not for credit, and stays unread. */
@ApplicationScoped
class TaxEventsListener implements EventListener {
    /** Of what only a later contract knows, that which may be about these. */
    private static final String FAMILY = "io.hutong.tax.arrears";

    private final RecordArrears arrears;
    private final MissRecord missing;

    TaxEventsListener(RecordArrears arrears, MissRecord missing) {
        this.arrears = arrears;
        this.missing = missing;
    }

    @Override
    public String inbox() {
        return "tax-events";
    }

    @Override
    public boolean wants(String type) {
        return EventTypes.classOf(type)
                .filter(ArrearsEvent.class::isAssignableFrom)
                .isPresent();
    }

    @Override
    public void notUnderstood(Envelope envelope) {
        if (envelope.type().startsWith(FAMILY)) {
            missing.handle(envelope.subject(), RecordKind.ARREARS);
        }
    }

    @Override
    public void on(ReceivedEvent received) {
        if (received.event() instanceof ArrearsEvent event) {
            arrears.handle(received.envelope().subject(), event);
        } else {
            throw new IllegalStateException("not asked for");
        }
    }
}
