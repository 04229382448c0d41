package io.hutong.messaging.sealing;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import javax.crypto.SecretKey;

/**
 * Unwrapped keys in memory: bounded in number, the least recently used goes first, and in age, so that an erasure made by
 * another replica takes effect here at the latest when the time to live has passed.
 */
public final class KeyCache {
    /** Not named Entry: inside the map below, newer compilers read that as the map's own. */
    private record Cached(SecretKey key, long since) {}

    private final Map<String, Cached> entries;
    private final long timeToLive;
    private final LongSupplier nanoClock;

    public KeyCache(int size, Duration timeToLive) {
        this(size, timeToLive, System::nanoTime);
    }

    KeyCache(int size, Duration timeToLive, LongSupplier nanoClock) {
        this.timeToLive = timeToLive.toNanos();
        this.nanoClock = nanoClock;
        this.entries = new LinkedHashMap<>(64, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Cached> eldest) {
                return size() > size;
            }
        };
    }

    synchronized Optional<SecretKey> find(String name) {
        Cached entry = entries.get(name);
        if (entry == null) {
            return Optional.empty();
        }
        if (nanoClock.getAsLong() - entry.since() > timeToLive) {
            entries.remove(name);
            return Optional.empty();
        }
        return Optional.of(entry.key());
    }

    synchronized void put(String name, SecretKey key) {
        entries.put(name, new Cached(key, nanoClock.getAsLong()));
    }

    synchronized void remove(String name) {
        entries.remove(name);
    }

    synchronized int size() {
        return entries.size();
    }
}
