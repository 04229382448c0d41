package io.hutong.credit.filing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.hutong.credit.problem.CreditProblems;
import io.hutong.web.Problem;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PlatformCaseTest {
    private static final LocalDate RECEIVED = LocalDate.of(2026, 11, 29);

    @Test
    void who_names_the_version_that_counts_has_read_it_and_where_there_is_but_one_it_need_not_be_named() {
        assertThatCode(() -> PlatformCase.refuseUnread(null, null)).doesNotThrowAnyException();
        assertThatCode(() -> PlatformCase.refuseUnread(null, 1)).doesNotThrowAnyException();
        assertThatCode(() -> PlatformCase.refuseUnread(in(1), null)).doesNotThrowAnyException();
        assertThatCode(() -> PlatformCase.refuseUnread(in(3), 3)).doesNotThrowAnyException();
    }

    @Test
    void a_version_that_is_not_the_present_one_is_refused_without_claiming_that_a_platform_made_a_correction() {
        for (Problem refused :
                new Problem[] {refused(null, 2), refused(in(1), 2), refused(in(2), 1), refused(in(2), null)}) {
            assertThat(refused.type()).isEqualTo(CreditProblems.CASE_VERSION);
            assertThat(refused.detailZh()).isEqualTo("所注明的不是现有版本，或者平台更正后未注明版本；请阅读现有版本，办理时注明其版本号。");
            assertThat(refused.detailEn())
                    .isEqualTo("The version named is not the present one, or none is named although the platform made a"
                            + " correction: read the present one, and name it with the step.");
        }
    }

    private static PlatformCase in(int version) {
        return new PlatformCase("XCN-1", RECEIVED, version);
    }

    private static Problem refused(@Nullable PlatformCase pushed, @Nullable Integer read) {
        return catchThrowableOfType(Problem.class, () -> PlatformCase.refuseUnread(pushed, read));
    }
}
