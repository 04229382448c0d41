package io.hutong.credit.inbound;

import io.hutong.credit.business.Businesses;
import io.hutong.messaging.Envelope;
import io.hutong.messaging.SkippedEvents;
import jakarta.enterprise.context.ApplicationScoped;

/** Without an event of the register nothing is decided about the business in the mass: a person has to look at it. */
@ApplicationScoped
class DoubtSkipped implements SkippedEvents {
    private final Businesses businesses;

    DoubtSkipped(Businesses businesses) {
        this.businesses = businesses;
    }

    @Override
    public void skipped(Envelope envelope) {
        businesses.doubt(envelope.subject());
    }
}
