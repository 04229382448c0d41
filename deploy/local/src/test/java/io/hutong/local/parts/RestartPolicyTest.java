package io.hutong.local.parts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RestartPolicyTest {
    private static final Instant START = Instant.parse("2026-11-24T08:00:00Z");

    private final RestartPolicy policy = new RestartPolicy();

    @Test
    void the_first_restart_is_due_at_once_and_each_further_one_later_up_to_half_a_minute() {
        List<Long> waits = new ArrayList<>();
        Instant now = START;
        assertThat(policy.due("broker", now)).isTrue();
        for (int i = 0; i < 8; i++) {
            policy.restarted("broker", now);
            Instant died = now;
            while (!policy.due("broker", now)) {
                now = now.plusSeconds(1);
            }
            waits.add(Duration.between(died, now).toSeconds());
        }
        assertThat(waits).containsExactly(1L, 2L, 4L, 8L, 16L, 30L, 30L, 30L);
    }

    @Test
    void a_minute_of_health_forgives() {
        policy.restarted("broker", START);
        policy.restarted("broker", START.plusSeconds(2));
        policy.restarted("broker", START.plusSeconds(100));
        assertThat(policy.due("broker", START.plusSeconds(101))).isTrue();
    }

    @Test
    void what_was_ready_before_it_died_is_restarted_at_once() {
        for (int i = 0; i < 5; i++) {
            policy.restarted("broker", START.plusSeconds(i));
        }
        policy.becameReady("broker");
        assertThat(policy.due("broker", START.plusSeconds(5))).isTrue();
    }

    @Test
    void one_part_does_not_wait_for_another() {
        policy.restarted("broker", START);
        assertThat(policy.due("issuer", START)).isTrue();
    }
}
