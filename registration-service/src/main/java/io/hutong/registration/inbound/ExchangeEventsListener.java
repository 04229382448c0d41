package io.hutong.registration.inbound;

import io.hutong.events.ExchangeEvent;
import io.hutong.events.ExchangeEvent.PermitEvent;
import io.hutong.events.ExchangeEvent.PremisesVerified;
import io.hutong.messaging.EventListener;
import io.hutong.messaging.ReceivedEvent;
import io.hutong.registration.permit.RecordPermit;
import io.hutong.registration.premises.RecordVerification;
import io.hutong.registration.register.SettleAgencyEvent;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * The one reader of what other agencies state through the exchange. Each event that concerns the register is applied or
 * refused and gets its receipt in the same transaction; what is meant for others passes by.
 */
@ApplicationScoped
class ExchangeEventsListener implements EventListener {
    private final RecordPermit permits;
    private final RecordVerification verifications;
    private final SettleAgencyEvent settle;

    ExchangeEventsListener(RecordPermit permits, RecordVerification verifications, SettleAgencyEvent settle) {
        this.permits = permits;
        this.verifications = verifications;
        this.settle = settle;
    }

    /** Whether the register acts on events of this class. */
    static boolean concerns(Class<?> event) {
        return PermitEvent.class.isAssignableFrom(event) || event == PremisesVerified.class;
    }

    @Override
    public String inbox() {
        return "exchange-events";
    }

    @Override
    public void on(ReceivedEvent received) {
        if (received.event() instanceof PermitEvent permit) {
            settle.handle(
                    received.envelope(), permits.handle(received.envelope().subject(), permit));
        } else if (received.event() instanceof PremisesVerified answer) {
            settle.handle(received.envelope(), verifications.handle(received.envelope(), answer));
        } else if (!(received.event() instanceof ExchangeEvent)) {
            throw new IllegalStateException("not an event of the exchange");
        }
    }
}
