package io.hutong.web.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.hutong.identity.UnifiedSocialCreditCode;
import io.hutong.web.Problem;
import io.hutong.web.Violation;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ImportLineTest {
    private final ImportLine line =
            new ImportLine(2, Map.of("uscc", "92620702PDY000028M", "former", " 92620702PDY000028N ", "later", " "));

    @Test
    void a_value_that_breaks_its_form_is_refused_with_the_column_that_holds_it() {
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> line.required("uscc", UnifiedSocialCreditCode::of))
                .satisfies(problem -> assertThat(problem.violations())
                        .extracting(Violation::pointer, Violation::code)
                        .containsExactly(org.assertj.core.groups.Tuple.tuple("/uscc", "uscc.check")));
    }

    @Test
    void a_value_in_its_form_is_read() {
        assertThat(line.required("former", UnifiedSocialCreditCode::of).value()).isEqualTo("92620702PDY000028N");
    }

    @Test
    void an_empty_column_is_refused_before_its_form_is_looked_at() {
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> line.required("later", UnifiedSocialCreditCode::of))
                .satisfies(problem -> assertThat(problem.violations())
                        .extracting(Violation::pointer, Violation::code)
                        .containsExactly(org.assertj.core.groups.Tuple.tuple("/later", "column.empty")));
    }
}
