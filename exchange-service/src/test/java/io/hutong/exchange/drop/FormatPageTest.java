package io.hutong.exchange.drop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** The page that tells agencies how a file is answered. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class FormatPageTest {
    private static final Pattern CODE = Pattern.compile("\"(csv\\.[a-z]+)\"");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `(csv\\.[a-z]+)` \\|");

    @Test
    void every_code_of_a_file_has_a_row_and_no_row_is_left_of_another() throws IOException {
        String page = Files.readString(Path.of("../docs/formats/events-csv.md"));
        Set<String> rows = found(ROW, page);

        assertThat(rows).isEqualTo(codes()).contains("csv.size");
    }

    private static Set<String> codes() throws IOException {
        Set<String> codes = new TreeSet<>();
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java/io/hutong/exchange/drop"))) {
            for (Path source : sources.filter(Files::isRegularFile).toList()) {
                codes.addAll(found(CODE, Files.readString(source)));
            }
        }
        return codes;
    }

    private static Set<String> found(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
