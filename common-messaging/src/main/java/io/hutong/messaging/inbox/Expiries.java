package io.hutong.messaging.inbox;

import io.hutong.identity.EventId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How often an event alone outlasted its transaction. Forgotten once it is taken, queued or parked. */
final class Expiries {
    private final Map<EventId, Integer> times = new ConcurrentHashMap<>();

    int another(Incoming incoming) {
        return times.merge(incoming.envelope().id(), 1, Integer::sum);
    }

    void forget(List<Incoming> done) {
        if (!times.isEmpty()) {
            done.forEach(incoming -> times.remove(incoming.envelope().id()));
        }
    }
}
