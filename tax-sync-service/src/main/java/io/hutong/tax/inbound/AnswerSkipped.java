package io.hutong.tax.inbound;

import io.hutong.events.TaxEvent.ChangeRefused;
import io.hutong.events.TaxEvent.ChangeRefused.Reason;
import io.hutong.identity.ChangeId;
import io.hutong.messaging.Envelope;
import io.hutong.messaging.Outbox;
import io.hutong.messaging.SkippedEvents;
import io.hutong.tax.receipt.Cause;
import io.hutong.tax.receipt.Receipts;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/**
 * Tells the register that an operator skipped its event: tax will not carry the change out. The register correlates every
 * event by the change it is about, so the envelope names the change even when the content cannot be read.
 */
@ApplicationScoped
class AnswerSkipped implements SkippedEvents {
    private final Outbox outbox;
    private final Clock clock;

    AnswerSkipped(Outbox outbox, Clock clock) {
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public void skipped(Envelope envelope, String reason, String who) {
        Cause cause = Cause.of(envelope);
        Receipts.locking(outbox, cause.bizId(), clock)
                .give(
                        new ChangeRefused(
                                new ChangeId(cause.correlationId()), Reason.SKIPPED, reason + " (" + who + ")"),
                        cause);
    }
}
