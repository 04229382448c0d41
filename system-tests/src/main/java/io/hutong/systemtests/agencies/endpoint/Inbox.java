package io.hutong.systemtests.agencies.endpoint;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Everything that was posted to one party, each once by its key, in the order of its first coming. */
public final class Inbox {
    private final Map<String, Received> byKey = new LinkedHashMap<>();

    /** Keeps it, or counts that it came again; empty if something else came under this key. */
    synchronized Optional<Received> take(Received fresh) {
        Received before = byKey.get(fresh.key());
        if (before != null && !before.says(fresh.place(), fresh.body())) {
            return Optional.empty();
        }
        Received kept = before == null ? fresh : before.again();
        byKey.put(kept.key(), kept);
        return Optional.of(kept);
    }

    public synchronized List<Received> all() {
        return List.copyOf(byKey.values());
    }
}
