package io.hutong.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class HabitsTest {
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            delimiter = '|',
            value = {
                "- | ZH",
                "'' | ZH",
                "zh | ZH",
                "zh-CN | ZH",
                "zh-TW | ZH",
                "en | EN",
                "en-GB | EN",
                "fr | ZH",
                "* | ZH",
                "fr, en;q=0.5 | EN",
                "en;q=0.5, zh;q=0.9 | ZH",
                "zh;q=0.5, en;q=0.9 | EN",
                "en;q=nonsense | ZH"
            })
    void chinese_is_spoken_unless_english_is_preferred(@Nullable String header, Language language) {
        assertThat(Language.of(header)).isEqualTo(language);
    }

    @ParameterizedTest
    @CsvSource({"'\"12\"',12", "12,12", "' \"0\" ',0"})
    void a_version_is_read_as_etag_or_bare(String header, long version) {
        assertThat(Preconditions.requireVersion(header)).isEqualTo(version);
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "W/\"1\"", "\"1\", \"2\"", "-1", "one", "99999999999999999999"})
    void what_is_no_single_version_is_a_bad_request(String header) {
        assertThatThrownBy(() -> Preconditions.requireVersion(header))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.type()).isEqualTo(CommonProblems.BAD_REQUEST));
    }

    @Test
    void a_page_has_fifty_items_or_as_many_as_asked_for() {
        assertThat(Page.limit(null)).isEqualTo(50);
        assertThat(Page.limit(200)).isEqualTo(200);
        for (int wrong : new int[] {0, -1, 201}) {
            assertThatThrownBy(() -> Page.limit(wrong)).isInstanceOfSatisfying(Problem.class, problem -> {
                assertThat(problem.type()).isEqualTo(CommonProblems.INVALID_REQUEST);
                assertThat(problem.violations())
                        .containsExactly(
                                new Violation("?limit", "OUT_OF_RANGE", "须在 1 到 200 之间", "Must be between 1 and 200"));
            });
        }
    }

    @Test
    void a_problem_is_not_changed_by_what_is_added_to_a_copy() {
        Problem first = Problem.of(CommonProblems.NOT_FOUND, "没有", "none", new Violation("/a", "X", "甲", "a"));
        Problem second = first.with("bizId", "1");
        assertThat(first.extensions()).isEmpty();
        assertThat(second.extensions()).containsEntry("bizId", "1");
        assertThat(second.violations()).isEqualTo(List.of(new Violation("/a", "X", "甲", "a")));
    }

    @ParameterizedTest
    @CsvSource({"Upper,400", "two--hyphens,400", "'',400", "fine,200", "fine,600"})
    void a_type_has_a_slug_and_an_error_status(String slug, int status) {
        assertThatThrownBy(() -> new ProblemType(slug, status, "甲", "a")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void an_extension_never_hides_a_standard_member() {
        Problem problem = Problem.of(CommonProblems.NOT_FOUND, "没有", "none").with("status", 200);
        assertThat(ProblemJson.write(problem, Language.EN, "t"))
                .isEqualTo("{\"type\":\"urn:hutong:problem:not-found\",\"title\":\"Not found\",\"status\":404,"
                        + "\"detail\":\"none\",\"traceId\":\"t\"}");
    }
}
