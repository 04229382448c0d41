package io.hutong.registration.inbound;

import io.hutong.events.EventTypes;
import io.hutong.messaging.Envelope;
import io.hutong.messaging.SkippedEvents;
import io.hutong.registration.register.SettleAgencyEvent;
import io.hutong.registration.register.Settlement;
import jakarta.enterprise.context.ApplicationScoped;

/** Tells the agency that an operator skipped its event here: the register will not act on it. */
@ApplicationScoped
class AnswerSkipped implements SkippedEvents {
    private final SettleAgencyEvent settle;

    AnswerSkipped(SettleAgencyEvent settle) {
        this.settle = settle;
    }

    @Override
    public void skipped(Envelope envelope) {
        if (EventTypes.classOf(envelope.type())
                .filter(ExchangeEventsListener::concerns)
                .isPresent()) {
            settle.handle(envelope, Settlement.refused("skipped"));
        }
    }
}
