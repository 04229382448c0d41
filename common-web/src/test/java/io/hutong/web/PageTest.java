package io.hutong.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PageTest {
    @Test
    void a_row_beyond_the_limit_is_not_shown_and_the_next_page_begins_behind_the_last_that_is() {
        assertThat(page(List.of(7, 8, 9), 2)).isEqualTo(new Page<>(List.of("No. 7", "No. 8"), Cursor.encode("8")));
    }

    @Test
    void as_many_rows_as_fit_are_the_last_page() {
        assertThat(page(List.of(7, 8), 2)).isEqualTo(new Page<>(List.of("No. 7", "No. 8"), null));
        assertThat(page(List.of(), 2)).isEqualTo(new Page<>(List.of(), null));
    }

    private static Page<String> page(List<Integer> found, int limit) {
        return Page.of(found, limit, row -> "No. " + row, row -> Integer.toString(row));
    }
}
