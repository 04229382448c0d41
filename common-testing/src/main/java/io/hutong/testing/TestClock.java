package io.hutong.testing;

import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * The clock of the application under test: the real time, until a test sets or advances it. Inject it and call
 * {@link #reset} afterwards.
 */
@Alternative
@Priority(1)
@Singleton
public class TestClock extends Clock {
    private final Clock real = Clock.systemUTC();
    private volatile Clock current = real;

    /** Stands still at this instant. */
    public void stopAt(Instant instant) {
        current = Clock.fixed(instant, ZoneOffset.UTC);
    }

    /** Runs on from this instant. */
    public void startAt(Instant instant) {
        current = Clock.offset(real, Duration.between(real.instant(), instant));
    }

    /** Moves forward by this much, running or standing as before. */
    public synchronized void advance(Duration duration) {
        current = Clock.offset(current, duration);
    }

    /** Back to the real time. */
    public void reset() {
        current = real;
    }

    @Override
    public Instant instant() {
        return current.instant();
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        Clock outer = this;
        return new Clock() {
            @Override
            public Instant instant() {
                return outer.instant();
            }

            @Override
            public ZoneId getZone() {
                return zone;
            }

            @Override
            public Clock withZone(ZoneId other) {
                return outer.withZone(other);
            }
        };
    }
}
