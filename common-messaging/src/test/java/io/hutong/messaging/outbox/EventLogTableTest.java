package io.hutong.messaging.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class EventLogTableTest {
    private static final int MB = 1024 * 1024;

    @Test
    void events_of_four_megabytes_at_most_are_written_by_one_statement_in_their_order() {
        assertThat(parts(MB, 2 * MB, MB, 1, MB)).containsExactly(List.of(MB, 2 * MB, MB), List.of(1, MB));
    }

    @Test
    void a_larger_event_stands_alone_between_its_neighbours() {
        assertThat(parts(1, 7 * MB, 1, 8 * MB))
                .containsExactly(List.of(1), List.of(7 * MB), List.of(1), List.of(8 * MB));
    }

    @Test
    void what_is_small_stays_together() {
        assertThat(parts(1, 1, 1)).containsExactly(List.of(1, 1, 1));
    }

    private static List<List<Integer>> parts(Integer... bytes) {
        return EventLogTable.parts(Arrays.asList(bytes), size -> size);
    }
}
