package io.hutong.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MonotonicUuidV7Test {
    private static final Instant NOW = Instant.parse("2026-11-24T07:20:00.123Z");

    @Test
    void it_carries_the_milliseconds_version_and_variant_of_the_standard() {
        UUID id = new MonotonicUuidV7(Clock.fixed(NOW, ZoneOffset.UTC)).next();
        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(NOW.toEpochMilli());
    }

    @Test
    void ten_thousand_within_one_millisecond_are_in_order() {
        MonotonicUuidV7 source = new MonotonicUuidV7(Clock.fixed(NOW, ZoneOffset.UTC));
        List<String> ids = IntStream.range(0, 10_000)
                .mapToObj(i -> source.next().toString())
                .toList();
        assertThat(ids).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void a_clock_that_steps_back_does_not_break_the_order() {
        MonotonicUuidV7 source = new MonotonicUuidV7(stepping(NOW, NOW.minusSeconds(5), NOW.plusMillis(1)));
        List<String> ids =
                Stream.generate(source::next).limit(3).map(UUID::toString).toList();
        assertThat(ids).isSorted().doesNotHaveDuplicates();
    }

    private static Clock stepping(Instant... instants) {
        Iterator<Instant> steps = List.of(instants).iterator();
        return new Clock() {
            @Override
            public Instant instant() {
                return steps.next();
            }

            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }
        };
    }
}
