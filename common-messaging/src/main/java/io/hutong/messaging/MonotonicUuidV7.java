package io.hutong.messaging;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;

/**
 * UUIDv7 with 48 bits of milliseconds, a 12-bit counter and 62 random bits (RFC 9562 §6.2, method 1): within one process
 * each is greater than the one before, even when the clock stands still or steps back.
 */
final class MonotonicUuidV7 implements UuidV7 {
    private static final int COUNTER_END = 1 << 12;
    private static final int COUNTER_START_END = 1 << 11;

    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private long millis = Long.MIN_VALUE;
    private int counter;

    public MonotonicUuidV7(Clock clock) {
        this.clock = clock;
    }

    @Override
    public synchronized UUID next() {
        long now = clock.millis();
        if (now > millis) {
            millis = now;
            counter = random.nextInt(COUNTER_START_END);
        } else {
            counter++;
            if (counter == COUNTER_END) {
                millis++;
                counter = 0;
            }
        }
        long high = (millis << 16) | 0x7000L | counter;
        long low = (random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }
}
