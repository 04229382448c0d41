package io.hutong.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.hutong.local.parts.Installation;
import io.hutong.local.parts.SimulatedTime;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ClockCommandTest {
    private final StringWriter said = new StringWriter();

    @TempDir
    Path folder;

    @BeforeEach
    void an_installation_where_nothing_runs() {
        System.setProperty("hutong.root", folder.toString());
    }

    @AfterEach
    void none() {
        System.clearProperty("hutong.root");
    }

    @Test
    void an_installation_in_the_real_time_is_not_moved() {
        assertThat(execute("clock", "--to", "2026-07-01T09:00")).isEqualTo(1);
        assertThat(said.toString()).contains("这里使用真实时间").contains("lives in the real time");
        assertThat(SimulatedTime.of(Installation.current(), Clock.systemUTC())).isEmpty();
    }

    @Test
    void a_simulated_one_is_moved_forward_and_not_back() {
        SimulatedTime.set(Installation.current(), LocalDateTime.parse("2025-12-20T09:00"), Clock.systemUTC());
        assertThat(execute("clock", "--to", "2026-07-01T09:00")).isZero();
        assertThat(SimulatedTime.of(Installation.current(), Clock.systemUTC())
                        .orElseThrow()
                        .now())
                .isBetween(Instant.parse("2026-07-01T01:00:00Z"), Instant.parse("2026-07-01T01:01:00Z"));
        assertThat(execute("clock", "--to", "2026-01-01T09:00")).isEqualTo(1);
        assertThat(said.toString()).contains("不能倒退").contains("does not go back, it is 2026-07-01 09:00");
    }

    @Test
    void data_of_the_real_time_refuse_a_simulated_start_before_anything_is_started() throws Exception {
        Files.createDirectories(folder.resolve(".hutong/data/mariadb/data"));
        assertThat(execute("up", "--sim", "2025-12-20T09:00")).isEqualTo(1);
        assertThat(said.toString()).contains("按真实时间记录").contains("take another HUTONG_HOME");
        assertThat(folder.resolve(".hutong/run")).doesNotExist();
    }

    @Test
    void a_start_that_a_taken_port_stops_leaves_the_time_to_be_chosen() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = Integer.toString(taken.getLocalPort());
            assertThat(execute("up", "--port-kafka", port)).isEqualTo(1);
            assertThat(execute("up", "--sim", "2025-12-20T09:00", "--port-kafka", port))
                    .isEqualTo(1);
            assertThat(said.toString()).contains("port " + port + " is taken").doesNotContain("dated by the real time");
        }
        assertThat(SimulatedTime.of(Installation.current(), Clock.systemUTC())).isEmpty();
        assertThat(Installation.current().fresh()).isTrue();
    }

    @Test
    void whoever_starts_or_loads_is_told_that_the_time_is_simulated() throws Exception {
        SimulatedTime.set(Installation.current(), LocalDateTime.parse("2025-12-20T09:00"), Clock.systemUTC());
        Path file = Files.createFile(folder.resolve("businesses.csv"));
        PrintStream console = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        try {
            System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
            execute("load", file.toString());
        } finally {
            System.setOut(console);
        }
        assertThat(printed.toString(StandardCharsets.UTF_8))
                .contains("这里是模拟时间")
                .contains("simulated time, for nothing real: 2025-12-20 09:00");
    }

    private int execute(String... arguments) {
        CommandLine line = Hutong.commandLine();
        line.setErr(new PrintWriter(said, true));
        return line.execute(arguments);
    }
}
