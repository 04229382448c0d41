package io.hutong.tax.inbound;

import io.hutong.events.EventTypes;
import io.hutong.events.RegistrationEvent;
import io.hutong.events.RegistrationEvent.ApplicationWithdrawn;
import io.hutong.events.RegistrationEvent.ClearanceRequested;
import io.hutong.events.TaxEvent;
import io.hutong.events.TaxEvent.ChangeRefused;
import io.hutong.events.TaxEvent.ChangeRefused.Reason;
import io.hutong.identity.ChangeId;
import io.hutong.messaging.Envelope;
import io.hutong.messaging.Outbox;
import io.hutong.messaging.SkippedEvents;
import io.hutong.tax.receipt.Cause;
import io.hutong.tax.receipt.Receipts;
import io.hutong.tax.taxpayer.Divergence;
import io.hutong.tax.taxpayer.Divergences;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Set;

/**
 * Tells the register that an operator skipped its event: tax will not carry the change out, and its record differs from
 * there on. The register correlates every event by the change it is about, so the envelope names the change even when the
 * content cannot be read.
 */
@ApplicationScoped
class AnswerSkipped implements SkippedEvents {
    /** Events that register nothing: without them no fact differs. */
    private static final Set<String> ABOUT_APPLICATIONS =
            Set.of(EventTypes.typeOf(ClearanceRequested.class), EventTypes.typeOf(ApplicationWithdrawn.class));

    private final Divergences divergences;
    private final Outbox outbox;
    private final Clock clock;

    AnswerSkipped(Divergences divergences, Outbox outbox, Clock clock) {
        this.divergences = divergences;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public void skipped(Envelope envelope) {
        if (ofNoConcern(envelope.type())) {
            return;
        }
        Cause cause = Cause.of(envelope);
        ChangeId change = new ChangeId(cause.correlationId());
        Receipts.locking(outbox, cause.bizId(), clock)
                .give(new ChangeRefused(change, Reason.SKIPPED, TaxEvent.OPERATOR_DECISION), cause);
        if (!ABOUT_APPLICATIONS.contains(envelope.type())) {
            divergences.add(new Divergence(cause.bizId(), envelope.position(), change, clock.instant()));
        }
    }

    /** A question or a receipt for another agency: tax would have passed it over. A type not known yet may be a change. */
    private static boolean ofNoConcern(String type) {
        return EventTypes.classOf(type)
                .filter(known -> !RegistrationEvent.OfChange.class.isAssignableFrom(known))
                .isPresent();
    }
}
