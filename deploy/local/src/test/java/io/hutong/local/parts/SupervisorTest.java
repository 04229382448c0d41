package io.hutong.local.parts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real processes: the system's {@code sleep}. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SupervisorTest {
    private static final String NAME = "sleeper";

    @TempDir
    Path folder;

    private PartProcesses processes;
    private Part part;

    @BeforeEach
    void prepare() {
        Ports ports = Ports.resolve(Map.of(), Map.of(), folder.resolve("absent"));
        Installation installation = new Installation(folder, folder.resolve("家 home"), folder, ports);
        installation.prepare();
        processes = new PartProcesses(installation, Clock.systemUTC());
        part = part("sleep", "600");
    }

    @AfterEach
    void stopEverything() {
        processes.stop(NAME);
    }

    @Test
    void a_started_part_is_found_again_by_its_pid_file_alone() {
        PidFile started = processes.start(part);
        assertThat(processes.running(NAME)).contains(started);
        assertThat(started.version()).isEqualTo(part.version());
        assertThat(part("sleep", "601").version()).isNotEqualTo(part.version());
    }

    @Test
    void a_pid_that_now_belongs_to_another_process_is_not_believed() {
        PidFile mine = PidFile.of(ProcessHandle.current().pid(), Instant.now(), "v");
        assertThat(mine.alive()).isTrue();
        assertThat(new PidFile(mine.pid(), mine.startTicks() - 1, mine.bootId(), mine.since(), "v", Duration.ZERO)
                        .alive())
                .isFalse();
        assertThat(new PidFile(mine.pid(), mine.startTicks(), "another boot", mine.since(), "v", Duration.ZERO).alive())
                .isFalse();
    }

    @Test
    void what_died_is_started_again_and_what_was_stopped_is_not() {
        PidFile first = processes.start(part);
        Supervisor supervisor = new Supervisor(processes, List.of(part), Clock.systemUTC());
        supervisor.glance();
        assertThat(processes.running(NAME)).contains(first);

        kill(first);
        supervisor.glance();
        PidFile second = processes.running(NAME).orElseThrow();
        assertThat(second.pid()).isNotEqualTo(first.pid());

        assertThat(processes.stop(NAME)).isTrue();
        supervisor.glance();
        assertThat(second.alive()).isFalse();
        assertThat(processes.known(NAME)).isEmpty();
    }

    @Test
    void a_part_that_ends_at_its_start_is_told_with_the_end_of_its_log() {
        Part broken = new Part(
                NAME,
                NAME,
                Set.of(),
                folder,
                List.of("sh", "-c", "echo the key is missing; exit 3"),
                Map.of(),
                () -> false);
        PidFile started = processes.start(broken);
        assertThatThrownBy(() -> processes.awaitReady(broken, started))
                .isInstanceOf(UserMistake.class)
                .hasMessageContaining("the key is missing")
                .hasMessageContaining("sleeper.log");
    }

    @Test
    void readiness_notes_the_cost_of_the_start_and_a_damaged_pid_file_counts_as_none() throws Exception {
        PidFile started = processes.start(part);
        processes.awaitReady(part, started);
        assertThat(processes.known(NAME).orElseThrow().startCost()).isLessThan(Duration.ofSeconds(5));
        processes.stop(NAME);
        Files.writeString(processes.pidFile(NAME), "pid=");
        assertThat(processes.known(NAME)).isEmpty();
    }

    private Part part(String... command) {
        return new Part(NAME, NAME, Set.of(), folder, List.of(command), Map.of("SECRET", "x"), () -> true);
    }

    private static void kill(PidFile process) {
        ProcessHandle.of(process.pid()).ifPresent(ProcessHandle::destroyForcibly);
        await("the process to end").atMost(Duration.ofSeconds(5)).until(() -> !process.alive());
    }
}
