package io.hutong.systemtests.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DocumentsTest {
    private static final Pattern LINK = Pattern.compile("]\\((?!https?:|#)([^)#\\s]+)");
    private static final List<String> SECTIONS =
            List.of("## Status", "## Context", "## Decision", "## Consequences", "## Alternatives");

    @Test
    void the_number_of_a_decision_is_that_of_its_file_and_each_says_what_a_decision_says() {
        List<Path> decisions = Repository.files("docs/adr", ".md");
        assertThat(decisions).hasSizeGreaterThan(5);
        for (Path decision : decisions) {
            String name = decision.getFileName().toString();
            assertThat(name).matches("\\d{4}-[a-z0-9-]+\\.md");
            String text = Repository.text("docs/adr/" + name);
            assertThat(text).as(name).startsWith("# " + name.substring(0, 4) + " ");
            assertThat(text).as(name).contains(SECTIONS);
            assertThat(text.lines().count()).as(name + " is one page").isLessThanOrEqualTo(90);
        }
    }

    @Test
    void no_two_decisions_share_a_number() {
        assertThat(Repository.files("docs/adr", ".md"))
                .extracting(file -> file.getFileName().toString().substring(0, 4))
                .doesNotHaveDuplicates();
    }

    @Test
    void every_module_says_what_it_is_for() {
        for (String module : Repository.modules()) {
            assertThat(Repository.ROOT.resolve(module).resolve("README.md")).exists();
        }
    }

    @Test
    void the_front_pages_fit_a_screen_or_two_and_name_the_two_commands() {
        for (String page : List.of("README.md", "README.zh-CN.md")) {
            String text = Repository.text(page);
            assertThat(text.lines().count()).as(page).isLessThanOrEqualTo(120);
            assertThat(text).contains("./hutong up").contains("./hutong test");
            for (String service : Repository.services()) {
                assertThat(text).contains(service).contains(String.valueOf(Images.httpPort(service)));
            }
        }
    }

    @Test
    void links_between_pages_lead_somewhere() {
        for (String folder : List.of(".", "docs", "docs/adr", "docs/problems", "k8s", "deploy")) {
            for (Path page : Repository.files(folder, ".md")) {
                LINK.matcher(Repository.text(Repository.ROOT.relativize(page).toString()))
                        .results()
                        .forEach(link -> assertThat(Files.exists(page.resolveSibling(link.group(1))))
                                .as(page + " links to " + link.group(1))
                                .isTrue());
            }
        }
    }
}
