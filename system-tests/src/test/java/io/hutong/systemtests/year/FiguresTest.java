package io.hutong.systemtests.year;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FiguresTest {
    private final PrintStream console = System.out;
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final Figures figures = new Figures();

    @BeforeEach
    void listen() {
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void restore() {
        System.setOut(console);
    }

    @Test
    void of_a_step_that_eight_clients_find_wrong_the_first_twenty_are_told_and_all_are_counted() throws Exception {
        List<String> businesses = Collections.nCopies(800, "B1");
        figures.step("file", () -> Year.each(businesses, bizId -> figures.finding(bizId + " could not file")));
        figures.expect("reports kept", 800, 0);
        assertThat(printed()).contains("<<< and 780 more");
        printed.reset();
        assertThat(figures.print()).isFalse();
        assertThat(printed()).contains("801 findings").contains("reports kept: expected 800, found 0");
        assertThat(printed().lines().filter("  B1 could not file"::equals)).hasSize(20);
    }

    @Test
    void a_year_as_expected_has_none() {
        figures.expect("reports kept", 3, 3);
        assertThat(figures.print()).isTrue();
        assertThat(printed()).contains("0 findings");
    }

    private String printed() {
        return printed.toString(StandardCharsets.UTF_8);
    }
}
