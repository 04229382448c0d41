package io.hutong.tax.receipt;

import io.hutong.events.TaxEvent;
import io.hutong.events.TaxEvent.ChangeReceived;
import io.hutong.identity.BizId;
import io.hutong.messaging.EventContext;
import io.hutong.messaging.Outbox;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Where tax states its answers about one business, in the transaction that holds the lock of its stream. */
public final class Receipts {
    private static final System.Logger LOG = System.getLogger("io.hutong.tax.outcome");

    private final Outbox.Stream stream;
    private final Clock clock;

    private Receipts(Outbox.Stream stream, Clock clock) {
        this.stream = stream;
        this.clock = clock;
    }

    /** Locks the business first: log order is commit order. */
    public static Receipts locking(Outbox outbox, BizId bizId, Clock clock) {
        return new Receipts(outbox.lock(bizId), clock);
    }

    public void give(TaxEvent event, Cause cause) {
        give(event, cause, null);
    }

    /** States the event now; {@code ruleSet} is the version of the rules that decided it. */
    public void give(TaxEvent event, Cause cause, @Nullable String ruleSet) {
        Instant now = clock.instant();
        stream.append(
                event,
                new EventContext(
                        now, cause.effectiveAt(), cause.division(), cause.correlationId(), cause.eventId(), ruleSet));
        if (!(event instanceof ChangeReceived)) {
            LOG.log(System.Logger.Level.INFO, () -> Outcome.of(cause.bizId(), event));
        }
    }
}
