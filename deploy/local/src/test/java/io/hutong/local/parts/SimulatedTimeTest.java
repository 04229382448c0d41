package io.hutong.local.parts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SimulatedTimeTest {
    private static final Clock REAL = Clock.fixed(Instant.parse("2026-11-28T15:30:00Z"), ZoneOffset.UTC);
    private static final LocalDateTime BEFORE_THE_YEAR = LocalDateTime.parse("2025-12-20T09:00");

    @TempDir
    Path home;

    private Installation installation;

    @BeforeEach
    void prepare() {
        installation = new Installation(
                home, home, home, Ports.resolve(Map.of(), Map.of(), home.resolve("hutong.properties")));
    }

    @Test
    void a_fresh_installation_begins_at_the_time_asked_for_in_beijing() {
        assertThat(SimulatedTime.of(installation, REAL)).isEmpty();
        SimulatedTime.set(installation, BEFORE_THE_YEAR, REAL);
        assertThat(time().now()).isEqualTo("2025-12-20T01:00:00Z");
        assertThat(time().text()).isEqualTo("2025-12-20 09:00");
        assertThat(home.resolve("data/clock")).exists();
    }

    @Test
    void it_is_moved_forward_only() {
        SimulatedTime.set(installation, BEFORE_THE_YEAR, REAL);
        time().advance(LocalDateTime.parse("2026-07-01T08:00"));
        assertThat(time().now()).isEqualTo("2026-07-01T00:00:00Z");
        assertThatThrownBy(() -> SimulatedTime.set(installation, BEFORE_THE_YEAR, REAL))
                .isInstanceOf(UserMistake.class)
                .hasMessageContaining("不能倒退")
                .hasMessageContaining("does not go back, it is 2026-07-01 08:00");
    }

    @Test
    void data_that_were_dated_by_the_real_time_are_not_mixed_with_a_simulated_one() throws IOException {
        Files.createDirectories(home.resolve("data/mariadb/data"));
        assertThatThrownBy(() -> SimulatedTime.set(installation, BEFORE_THE_YEAR, REAL))
                .isInstanceOf(UserMistake.class)
                .hasMessageContaining("按真实时间记录")
                .hasMessageContaining("dated by the real time");
        assertThat(SimulatedTime.of(installation, REAL)).isEmpty();
    }

    @Test
    void data_that_were_made_with_it_go_on_with_it() throws IOException {
        SimulatedTime.set(installation, BEFORE_THE_YEAR, REAL);
        Files.createDirectories(home.resolve("data/mariadb/data"));
        SimulatedTime.set(installation, BEFORE_THE_YEAR.plusDays(12), REAL);
        assertThat(time().text()).isEqualTo("2026-01-01 09:00");
    }

    private SimulatedTime time() {
        return Optional.of(installation)
                .flatMap(it -> SimulatedTime.of(it, REAL))
                .orElseThrow();
    }
}
