package io.hutong.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ProgressTest {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    private final AtomicLong nanos = new AtomicLong();

    @Test
    void a_finished_step_is_one_line_with_its_seconds() {
        Progress progress = new Progress(out, false, nanos::get);
        String result = progress.step("数据库 · database", () -> {
            nanos.addAndGet(3_240_000_000L);
            return "up";
        });
        assertThat(result).isEqualTo("up");
        assertThat(said()).isEqualTo("  ✓ 数据库 · database" + " ".repeat(27) + "   3.2 s\n");
    }

    @Test
    void a_failed_step_is_marked_and_its_failure_goes_on() {
        Progress progress = new Progress(out, false, nanos::get);
        assertThatThrownBy(() -> progress.step("broker", (Runnable) () -> {
                    throw new IllegalStateException("no disk");
                }))
                .hasMessage("no disk");
        assertThat(said()).startsWith("  ✗ broker").endsWith("   0.0 s\n");
    }

    @Test
    void a_terminal_shows_what_is_running_and_clears_it_again() {
        Progress progress = new Progress(out, true, nanos::get);
        progress.step("outer", () -> progress.step("inner", () -> nanos.addAndGet(1_000_000_000L)));
        assertThat(said()).contains("… outer  |  inner").contains("\r\033[K  ✓ inner");
    }

    @Test
    void chinese_characters_take_two_columns() {
        assertThat(Progress.width("数据库")).isEqualTo(6);
        assertThat(Progress.width("Kafka 4 · ✓")).isEqualTo(11);
    }

    private String said() {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
