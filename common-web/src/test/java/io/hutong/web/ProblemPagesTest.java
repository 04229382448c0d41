package io.hutong.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ProblemPagesTest {
    private static final ProblemType TYPE = new ProblemType("a-type", 418, "甲", "First");

    @TempDir
    Path folder;

    @Test
    void every_common_problem_has_its_page() throws IOException {
        List<ProblemType> types = ProblemPages.declaredIn(CommonProblems.class);
        assertThat(types).hasSize(19).extracting(ProblemType::slug).doesNotHaveDuplicates();
        assertThat(ProblemPages.defects(Path.of("..", "docs", "problems"), types))
                .isEmpty();
    }

    @Test
    void a_missing_page_and_an_empty_one_are_noticed() throws IOException {
        assertThat(ProblemPages.defects(folder, List.of(TYPE))).containsExactly("a-type: no page");
        Files.writeString(folder.resolve("a-type.md"), "# `a-type`: 甲\n\nStatus 418\n");
        assertThat(ProblemPages.defects(folder, List.of(TYPE)))
                .containsExactly("a-type: does not say First", "a-type: no example");
    }

    @Test
    void an_example_that_is_not_what_is_sent_is_noticed() throws IOException {
        String page = "# `a-type`: 甲 · First\n\nStatus 418\n\n```json\n%s\n```\n";
        String example =
                "{\"type\":\"urn:hutong:problem:a-type\",\"title\":\"甲\",\"status\":%d,\"detail\":\"d\",\"traceId\":\"t\"}";
        Files.writeString(folder.resolve("a-type.md"), page.formatted(example.formatted(418)));
        assertThat(ProblemPages.defects(folder, List.of(TYPE))).isEmpty();
        Files.writeString(folder.resolve("a-type.md"), page.formatted(example.formatted(400)));
        assertThat(ProblemPages.defects(folder, List.of(TYPE)))
                .containsExactly("a-type: the example is not what is sent");
    }
}
