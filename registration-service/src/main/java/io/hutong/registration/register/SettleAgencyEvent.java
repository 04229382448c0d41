package io.hutong.registration.register;

import io.hutong.events.RegistrationEvent.AgencyEventSettled;
import io.hutong.messaging.Envelope;
import jakarta.enterprise.context.ApplicationScoped;

/** Gives the receipt for another agency's event, in the transaction in which it was applied or refused. */
@ApplicationScoped
public class SettleAgencyEvent {
    private final Register register;

    public SettleAgencyEvent(Register register) {
        this.register = register;
    }

    public void handle(Envelope event, Settlement settlement) {
        Business business = register.lock(event.subject());
        register.state(
                business,
                new AgencyEventSettled(event.id(), settlement.outcome(), settlement.reason()),
                event.context().correlationId(),
                event.id());
    }
}
