package io.hutong.web.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class StepSizeTest {
    private final StepSize size = new StepSize();

    @Test
    void quick_steps_grow_to_the_most() {
        work(20, Duration.ofNanos(100_000));

        assertThat(size.lines()).isEqualTo(StepSize.MOST);
    }

    @Test
    void slow_lines_shrink_the_step_until_it_fits_into_a_fifth_of_a_second() {
        work(20, Duration.ofMillis(10));

        assertThat(size.lines()).isBetween(19, 21);
    }

    @Test
    void a_step_that_took_more_lines_than_wanted_counts_as_well() {
        size.took(70, Duration.ofSeconds(7).toNanos());

        assertThat(size.lines()).isEqualTo(26);
    }

    @Test
    void the_last_lines_of_a_file_say_nothing_of_the_size() {
        size.took(1, Duration.ofSeconds(1).toNanos());

        assertThat(size.lines()).isEqualTo(50);
    }

    @Test
    void a_failed_step_is_followed_by_a_smaller_one() {
        size.failed();
        assertThat(size.lines()).isEqualTo(12);
        size.failed();
        assertThat(size.lines()).isEqualTo(StepSize.FEWEST);
    }

    private void work(int steps, Duration perLine) {
        for (int i = 0; i < steps; i++) {
            size.took(size.lines(), size.lines() * perLine.toNanos());
        }
    }
}
