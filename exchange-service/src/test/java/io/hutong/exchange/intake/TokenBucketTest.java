package io.hutong.exchange.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TokenBucketTest {
    private static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");
    private static final int RATE = 100;
    private static final int BURST = 1000;

    private final TokenBucket bucket = new TokenBucket(BURST, NOW);

    @Test
    void a_burst_is_let_through_and_then_the_rate() {
        assertThat(take(1000, 0)).isZero();
        assertThat(take(1, 0)).isEqualTo(Duration.ofMillis(10));
        assertThat(take(100, 1_000)).isZero();
        assertThat(take(100, 1_500)).isEqualTo(Duration.ofMillis(500));
    }

    @Test
    void what_is_refused_costs_nothing() {
        assertThat(take(900, 0)).isZero();
        assertThat(take(500, 0)).isPositive();
        assertThat(take(100, 0)).isZero();
    }

    @Test
    void a_long_quiet_time_gives_no_more_than_the_burst_and_a_clock_set_back_gives_nothing() {
        assertThat(take(1000, 0)).isZero();
        assertThat(take(1001, 86_400_000)).isPositive();
        assertThat(take(1000, 86_400_000)).isZero();
        assertThat(take(1, 0)).isPositive();
    }

    private Duration take(int events, long afterMillis) {
        return bucket.take(events, RATE, BURST, NOW.plusMillis(afterMillis));
    }
}
