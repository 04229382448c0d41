package io.hutong.registration.inbound;

import io.hutong.events.CreditEvent.AbnormalEntryEvent;
import io.hutong.events.CreditEvent.AbnormalListed;
import io.hutong.events.EventTypes;
import io.hutong.messaging.Envelope;
import io.hutong.messaging.SkippedEvents;
import io.hutong.registration.creditstanding.RecordCreditStanding;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Nobody waits for an answer to what credit stated; but without it the register must not tell any longer who is on the list. A
 * report that was left out, or a word about another matter, makes nothing else doubtful.
 */
@ApplicationScoped
class DoubtSkipped implements SkippedEvents {
    private static final String SOURCE = "/credit";
    private static final String LISTING = EventTypes.typeOf(AbnormalListed.class);

    private final RecordCreditStanding standings;

    DoubtSkipped(RecordCreditStanding standings) {
        this.standings = standings;
    }

    @Override
    public void skipped(Envelope envelope) {
        if (envelope.source().equals(SOURCE) && mayBeAboutTheList(envelope.type())) {
            standings.skipped(envelope.subject(), envelope.type().equals(LISTING));
        }
    }

    private static boolean mayBeAboutTheList(String type) {
        return EventTypes.classOf(type)
                .map(AbnormalEntryEvent.class::isAssignableFrom)
                .orElse(true);
    }
}
