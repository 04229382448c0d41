package io.hutong.credit.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.hutong.web.Problem;
import io.hutong.web.Violation;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TextsTest {
    @Test
    void what_people_write_may_have_lines_and_rare_characters() {
        assertThatCode(() -> Texts.refuseUnfit("金额不符：\r\n\t应为 800 元，𠮷野家 👨‍👩‍👧", "/statement"))
                .doesNotThrowAnyException();
        assertThatCode(() -> Texts.refuseUnfit("字".repeat(1000), "/statement")).doesNotThrowAnyException();
    }

    @Test
    void nothing_and_too_much_are_no_text() {
        assertThat(refused(null).code()).isEqualTo("text.length");
        assertThat(refused(" \n").code()).isEqualTo("text.length");
        assertThat(refused("字".repeat(1001)).code()).isEqualTo("text.length");
    }

    @Test
    void characters_that_control_a_machine_or_are_half_a_character_are_refused_in_both_languages() {
        for (String text : new String[] {"金额\0不符", "金额\u001b[31m不符", "金额\ud83d"}) {
            assertThat(refused(text))
                    .isEqualTo(new Violation(
                            "/statement",
                            "text.characters",
                            "不得含有控制字符或不完整的字符",
                            "must not have control characters or halves of characters"));
        }
    }

    private static Violation refused(@Nullable String text) {
        return catchThrowableOfType(Problem.class, () -> Texts.refuseUnfit(text, "/statement"))
                .violations()
                .get(0);
    }
}
