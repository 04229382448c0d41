package io.hutong.exchange.intake;

import io.hutong.identity.EventId;
import jakarta.enterprise.context.ApplicationScoped;

/** Keeps the receipt of a service for an event that came in here, so that its sender can see it. */
@ApplicationScoped
public class SettleEvent {
    private final AcceptedEvents accepted;

    SettleEvent(AcceptedEvents accepted) {
        this.accepted = accepted;
    }

    public void handle(EventId event, Settlement settlement) {
        accepted.settle(event, settlement);
    }
}
