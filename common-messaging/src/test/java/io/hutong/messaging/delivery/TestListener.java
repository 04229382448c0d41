package io.hutong.messaging.delivery;

import io.hutong.events.TaxEvent;
import io.hutong.identity.BizId;
import io.hutong.messaging.AwaitingPremise;
import io.hutong.messaging.Envelope;
import io.hutong.messaging.EventListener;
import io.hutong.messaging.Outbox;
import io.hutong.messaging.ReceivedEvent;
import io.hutong.messaging.SkippedEvents;
import jakarta.inject.Singleton;
import java.sql.SQLTransactionRollbackException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A service that writes down what it takes and answers each event with one of its own; it fails where it is told to. */
@Singleton
final class TestListener implements EventListener, SkippedEvents {
    final Set<Long> poisonVersions = ConcurrentHashMap.newKeySet();
    final Set<BizId> poisoned = ConcurrentHashMap.newKeySet();
    final Map<BizId, BizId> premises = new ConcurrentHashMap<>();
    final AtomicInteger deadlocks = new AtomicInteger();
    final List<String> skips = new CopyOnWriteArrayList<>();
    final List<String> notUnderstood = new CopyOnWriteArrayList<>();

    private final Effects effects;
    private final Outbox outbox;

    TestListener(Effects effects, Outbox outbox) {
        this.effects = effects;
        this.outbox = outbox;
    }

    @Override
    public String inbox() {
        return "registration-events";
    }

    @Override
    public void notUnderstood(Envelope envelope) {
        notUnderstood.add(envelope.subject() + " " + envelope.type());
    }

    @Override
    public void on(ReceivedEvent received) {
        BizId bizId = received.envelope().subject();
        effects.write(received.envelope());
        outbox.lock(bizId)
                .append(
                        new TaxEvent.StatusChanged(TaxEvent.StatusChanged.Status.NORMAL, LocalDate.of(2026, 1, 1)),
                        received.envelope().context());
        if (deadlocks.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            throw new IllegalStateException(
                    "as a mapper would wrap it", new SQLTransactionRollbackException("deadlock", "40001", 1213));
        }
        if (poisoned.contains(bizId)
                && poisonVersions.contains(received.envelope().position().version())) {
            throw new IllegalArgumentException("张三 110101199003070000 must never be seen in a cause");
        }
        BizId premise = premises.get(bizId);
        if (premise != null && effects.of(premise).isEmpty()) {
            throw new AwaitingPremise("the other business is not known yet");
        }
    }

    @Override
    public void skipped(Envelope envelope) {
        skips.add(envelope.subject() + " " + envelope.position().version());
    }

    List<Long> effects(BizId bizId) {
        return effects.of(bizId);
    }
}
