package io.hutong.exchange.intake;

import java.time.Duration;
import java.time.Instant;

/** So many events a second, and so many at once after a quiet time. */
final class TokenBucket {
    private static final double MILLIS = 1000.0;

    private double tokens;
    private Instant at;

    TokenBucket(int burst, Instant now) {
        this.tokens = burst;
        this.at = now;
    }

    /** Takes them and answers zero, or takes none and answers how long to wait until they could be had. */
    synchronized Duration take(int wanted, int perSecond, int burst, Instant now) {
        if (now.isAfter(at)) {
            tokens = Math.min(burst, tokens + Duration.between(at, now).toMillis() * perSecond / MILLIS);
            at = now;
        }
        if (tokens >= wanted) {
            tokens -= wanted;
            return Duration.ZERO;
        }
        return Duration.ofMillis((long) Math.ceil((wanted - tokens) * MILLIS / perSecond));
    }
}
