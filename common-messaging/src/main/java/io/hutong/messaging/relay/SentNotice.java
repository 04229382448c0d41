package io.hutong.messaging.relay;

import io.hutong.identity.EventId;
import io.hutong.messaging.SentEvents;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** Tells the service which of its events the broker has, if it wants to know. */
@Singleton
class SentNotice {
    private final List<SentEvents> told;
    private final Clock clock;

    SentNotice(@Any Instance<SentEvents> told, Clock clock) {
        this.told = told.stream().toList();
        this.clock = clock;
    }

    /** Forgets these events; where somebody is told of them, both are one transaction. */
    void andForget(List<PendingEvent> sent, Runnable forget) {
        if (told.isEmpty()) {
            forget.run();
            return;
        }
        Instant now = clock.instant();
        List<EventId> ids = sent.stream().map(PendingEvent::id).toList();
        QuarkusTransaction.requiringNew().run(() -> {
            told.forEach(service -> service.sent(ids, now));
            forget.run();
        });
    }
}
