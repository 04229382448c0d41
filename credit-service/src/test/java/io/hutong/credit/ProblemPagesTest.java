package io.hutong.credit;

import static org.assertj.core.api.Assertions.assertThat;

import io.hutong.credit.problem.CreditProblems;
import io.hutong.web.ProblemPages;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ProblemPagesTest {
    @Test
    void every_refusal_has_a_page_that_shows_what_is_sent() throws IOException {
        var types = ProblemPages.declaredIn(CreditProblems.class);
        assertThat(types).isNotEmpty();
        assertThat(ProblemPages.defects(Path.of("..", "docs", "problems"), types))
                .isEmpty();
    }
}
