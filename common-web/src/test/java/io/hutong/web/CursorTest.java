package io.hutong.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CursorTest {
    @Test
    void what_goes_in_comes_out_and_nothing_of_it_must_be_escaped_in_a_url() {
        String cursor = Cursor.encode("张记面馆 & Söhne", "", "2026-01-31");
        assertThat(cursor).matches("[A-Za-z0-9_-]+");
        assertThat(Cursor.decode(cursor, 3)).isEqualTo(List.of("张记面馆 & Söhne", "", "2026-01-31"));
    }

    @Test
    void a_cursor_of_another_list_is_refused() {
        String cursor = Cursor.encode("a", "b");
        assertThatThrownBy(() -> Cursor.decode(cursor, 3)).isInstanceOf(Problem.class);
    }

    @Test
    void every_changed_character_is_noticed() {
        String cursor = Cursor.encode("abc", "7");
        for (int i = 0; i < cursor.length() - 1; i++) {
            char other = cursor.charAt(i) == 'A' ? 'B' : 'A';
            String changed = cursor.substring(0, i) + other + cursor.substring(i + 1);
            assertThatThrownBy(() -> Cursor.decode(changed, 2)).as(changed).isInstanceOf(Problem.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "!!!", "AAAA", "H38f", "_____"})
    void what_was_never_a_cursor_is_a_bad_request(String cursor) {
        assertThatThrownBy(() -> Cursor.decode(cursor, 1))
                .asInstanceOf(type(Problem.class))
                .extracting(Problem::type)
                .isEqualTo(CommonProblems.BAD_CURSOR);
    }
}
