package io.hutong.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** The page that tells agencies what the codes of receipts mean. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ReceiptsPageTest {
    private static final Pattern REFUSED = Pattern.compile("Settlement\\s*\\.refused\\(\\s*([^)]*?)\\s*\\)");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z-]+(?:\\.[a-z-]+)?)` (\\|[^|\\n]+){4}\\|$");

    @Test
    void every_code_of_a_refusal_has_a_row_in_both_languages_and_no_row_is_left_of_another() throws IOException {
        String page = Files.readString(Path.of("../docs/receipts.md"));

        assertThat(found(ROW, page)).isEqualTo(codes());
    }

    private static Set<String> codes() throws IOException {
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            Set<String> arguments = sources.filter(file -> file.toString().endsWith(".java"))
                    .flatMap(file -> found(REFUSED, read(file)).stream())
                    .collect(Collectors.toCollection(TreeSet::new));
            assertThat(arguments).as("codes stand where they are used").allMatch(code -> code.matches("\"[a-z.-]+\""));
            return arguments.stream()
                    .map(code -> code.replace("\"", ""))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static Set<String> found(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult match) -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
