package io.hutong.web.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hutong.web.Problem;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class StepLinesTest {
    private static final Heaps HEAPS = new Heaps();

    @Test
    void a_step_has_the_wanted_size_and_its_lines_the_numbers_of_the_file() {
        StepLines<String> lines = lines(Stream.of("a", "b", "c", "d", "e"));

        assertThat(lines.next(2)).extracting(ReadLine::number).containsExactly(2L, 3L);
        assertThat(lines.next(2)).extracting(ReadLine::content).containsExactly("c", "d");
        assertThat(lines.next(2)).extracting(ReadLine::number).containsExactly(6L);
        assertThat(lines.next(2)).isEmpty();
    }

    @Test
    void lines_that_belong_together_are_not_parted_by_the_end_of_a_step() {
        StepLines<String> lines = lines(Stream.of("a", "b", "b", "b", "c", "b"));

        assertThat(lines.next(2)).extracting(ReadLine::content).containsExactly("a", "b", "b", "b");
        assertThat(lines.next(2)).extracting(ReadLine::content).containsExactly("c", "b");
        assertThat(lines.next(2)).isEmpty();
    }

    @Test
    void nor_do_too_many_of_them_make_a_step_endless() {
        StepLines<String> lines = lines(Collections.nCopies(250, "a").stream());

        assertThat(lines.next(20)).hasSize(120);
        assertThat(lines.next(20)).hasSize(120);
        assertThat(lines.next(20)).hasSize(10);
    }

    @Test
    void a_blank_line_belongs_to_none() {
        StepLines<String> lines = lines(Stream.of("a", "", "a"));

        assertThat(lines.next(1)).extracting(ReadLine::number).containsExactly(2L);
        assertThat(lines.next(1)).extracting(ReadLine::number).containsExactly(3L);
        assertThat(lines.next(1)).extracting(ReadLine::number).containsExactly(4L);
    }

    @Test
    void a_header_names_every_column_and_may_name_the_optional_ones() {
        assertThat(CsvFormat.header(bytes("heap"), HEAPS)).containsExactly("heap");
        assertThat(CsvFormat.header(bytes("colour,heap"), HEAPS)).containsExactly("colour", "heap");
        for (String wrong : List.of("colour", "heap,size", "heap,heap", "heap,colour,colour", "")) {
            assertThatThrownBy(() -> CsvFormat.header(bytes(wrong), HEAPS))
                    .as(wrong)
                    .isInstanceOfSatisfying(
                            Problem.class,
                            problem -> assertThat(problem.violations().get(0).code())
                                    .isEqualTo("csv.header"));
        }
    }

    private static StepLines<String> lines(Stream<String> texts) {
        Iterator<String> rest = texts.iterator();
        return new StepLines<>(HEAPS, List.of("heap"), () -> rest.hasNext() ? bytes(rest.next()) : null, 2, null);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Lines of one heap belong together. */
    private static final class Heaps implements ImportKind<String> {
        @Override
        public String name() {
            return "heaps";
        }

        @Override
        public List<String> columns() {
            return List.of("heap");
        }

        @Override
        public List<String> optionalColumns() {
            return List.of("colour");
        }

        @Override
        public boolean together(String line, String next) {
            return line.equals(next);
        }

        @Override
        public String read(ImportLine line) {
            return line.required("heap");
        }

        @Override
        public List<LineOutcome> take(List<String> lines) {
            throw new UnsupportedOperationException("only cut here");
        }
    }
}
