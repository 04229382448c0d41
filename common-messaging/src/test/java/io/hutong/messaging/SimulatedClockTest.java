package io.hutong.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SimulatedClockTest {
    private static final Instant REAL = Instant.parse("2026-11-28T15:30:00Z");

    @TempDir
    Path folder;

    private Path path;
    private ClockFile file;

    @BeforeEach
    void prepare() throws IOException {
        path = folder.resolve("clock");
        file = new ClockFile(path);
        file.write(Duration.ofDays(-343));
    }

    @Test
    void it_is_the_real_time_moved_by_what_the_file_says() throws IOException {
        assertThat(clock().instant()).isEqualTo("2025-12-20T15:30:00Z");
        assertThat(path).hasContent("PT-8232H");
    }

    @Test
    void a_jump_is_seen_within_some_hundred_milliseconds() throws IOException {
        Clock clock = clock();
        file.write(Duration.ofDays(-331));
        await("the jump")
                .atMost(Duration.ofMillis(500))
                .untilAsserted(() -> assertThat(clock.instant()).isEqualTo("2026-01-01T15:30:00Z"));
    }

    @Test
    void time_goes_on_at_real_speed_between_jumps() throws IOException {
        Clock clock = new SimulatedClock(file, Clock.systemUTC());
        Instant before = clock.instant();
        await("twenty milliseconds later")
                .atMost(Duration.ofSeconds(2))
                .until(() -> clock.instant().isAfter(before.plusMillis(20)));
        assertThat(clock.instant()).isBefore(before.plusSeconds(60));
    }

    @Test
    void a_jump_back_is_refused_by_the_file_and_by_whoever_reads_it() throws Exception {
        Clock clock = clock();
        assertThatThrownBy(() -> file.write(Duration.ofDays(-344)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("simulated time does not go back");
        Files.writeString(path, "PT-9000H");
        Thread.sleep(300); // a look again
        assertThat(clock.instant()).isEqualTo("2025-12-20T15:30:00Z");
    }

    @Test
    void a_file_that_breaks_or_goes_leaves_the_time_as_it_was() throws Exception {
        Clock clock = clock();
        Files.writeString(path, "yesterday");
        Thread.sleep(300); // a look again
        assertThat(clock.instant()).isEqualTo("2025-12-20T15:30:00Z");
        Files.delete(path);
        Thread.sleep(300); // a look again
        assertThat(clock.instant()).isEqualTo("2025-12-20T15:30:00Z");
        file.write(Duration.ofDays(-342));
        await("the next jump")
                .atMost(Duration.ofMillis(500))
                .untilAsserted(() -> assertThat(clock.instant()).isEqualTo("2025-12-21T15:30:00Z"));
    }

    @Test
    void a_file_outside_the_profile_sim_is_refused_in_two_languages() {
        assertThatThrownBy(() -> SimulatedClock.chosen(Optional.of(path), false))
                .hasMessageContaining("只能在 sim 模式下使用")
                .hasMessageContaining("is for the profile sim only");
    }

    @Test
    void the_profile_sim_without_a_file_or_with_a_broken_one_is_refused() throws IOException {
        assertThatThrownBy(() -> SimulatedClock.chosen(Optional.empty(), true))
                .hasMessageContaining("须以 hutong.clock.file 指明")
                .hasMessageContaining("needs hutong.clock.file");
        Files.writeString(path, "noon");
        assertThatThrownBy(() -> SimulatedClock.chosen(Optional.of(path), true))
                .hasMessageContaining("无法读取")
                .hasMessageContaining("cannot be read");
    }

    @Test
    void with_neither_the_time_is_the_real_one() {
        assertThat(SimulatedClock.chosen(Optional.empty(), false)).isEqualTo(Clock.systemUTC());
    }

    private Clock clock() throws IOException {
        return new SimulatedClock(file, Clock.fixed(REAL, ZoneOffset.UTC));
    }
}
