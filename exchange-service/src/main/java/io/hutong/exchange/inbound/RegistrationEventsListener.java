package io.hutong.exchange.inbound;

import io.hutong.events.RegistrationEvent;
import io.hutong.events.RegistrationEvent.AgencyEventSettled;
import io.hutong.events.RegistrationEvent.PremisesVerificationRequested;
import io.hutong.exchange.business.FollowRegister;
import io.hutong.exchange.intake.SettleEvent;
import io.hutong.exchange.intake.Settlement;
import io.hutong.exchange.question.NoteQuestion;
import io.hutong.messaging.Envelope;
import io.hutong.messaging.EventListener;
import io.hutong.messaging.ReceivedEvent;
import jakarta.enterprise.context.ApplicationScoped;

/** Reads the register's topic: which businesses there are and where, what they ask, and what became of events sent in. */
@ApplicationScoped
class RegistrationEventsListener implements EventListener {
    private final FollowRegister follow;
    private final NoteQuestion note;
    private final SettleEvent settle;

    RegistrationEventsListener(FollowRegister follow, NoteQuestion note, SettleEvent settle) {
        this.follow = follow;
        this.note = note;
        this.settle = settle;
    }

    @Override
    public String inbox() {
        return "registration-events";
    }

    @Override
    public void on(ReceivedEvent received) {
        Envelope envelope = received.envelope();
        if (received.event() instanceof PremisesVerificationRequested question) {
            note.handle(envelope, question);
        } else if (received.event() instanceof AgencyEventSettled settled) {
            String service = envelope.source().substring(1);
            settle.handle(
                    settled.eventId(),
                    new Settlement(
                            service,
                            settled.outcome().name(),
                            settled.reason(),
                            envelope.context().occurredAt()));
        } else if (received.event() instanceof RegistrationEvent event) {
            follow.handle(envelope.subject(), event);
        }
    }
}
