package io.hutong.local.parts;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * When to restart what died: at once, then ever later while it keeps dying before it is ready. Having been ready
 * forgives everything, and so does a minute of life.
 */
final class RestartPolicy {
    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final Duration FORGIVEN_AFTER = Duration.ofMinutes(1);

    private record Past(Instant restartedAt, int restarts) {}

    private final Map<String, Past> history = new HashMap<>();

    synchronized boolean due(String part, Instant now) {
        Past past = history.get(part);
        return past == null || !now.isBefore(past.restartedAt().plus(delay(past.restarts())));
    }

    synchronized void restarted(String part, Instant now) {
        Past past = history.get(part);
        boolean forgiven =
                past == null || past.restartedAt().plus(FORGIVEN_AFTER).isBefore(now);
        history.put(part, new Past(now, forgiven || past == null ? 1 : past.restarts() + 1));
    }

    synchronized void becameReady(String part) {
        history.remove(part);
    }

    private static Duration delay(int restarts) {
        Duration delay = FIRST.multipliedBy(1L << Math.min(restarts - 1, 10));
        return delay.compareTo(LONGEST) > 0 ? LONGEST : delay;
    }
}
