package io.hutong.systemtests.year;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ScriptTest {
    @ParameterizedTest
    @ValueSource(ints = {300, 2000, 50_000})
    void everybody_has_one_part_and_nine_in_ten_file_in_time(int count) {
        List<String> all = businesses(count);
        Script script = Script.draw(all, 7);
        List<String> parts = new ArrayList<>();
        Stream.of(
                        script.online(),
                        script.paper(),
                        script.closed(),
                        script.excluded(),
                        script.meanwhile(),
                        script.late(),
                        script.never())
                .forEach(parts::addAll);
        assertThat(parts).hasSize(count);
        assertThat(Set.copyOf(parts).equals(Set.copyOf(all))).isTrue(); // compared element by element it takes seconds
        Set<String> online = Set.copyOf(script.online());
        assertThat(Stream.of(
                                script.penalised(),
                                script.unreachable(),
                                script.falsifiers(),
                                script.corrected(),
                                script.wrong())
                        .allMatch(online::containsAll))
                .isTrue();
        assertThat(script.online().size() + script.paper().size()).isEqualTo(count * 88 / 100);
        assertThat(script.everybody()).isEqualTo(count);
    }

    @Test
    void a_seed_gives_the_same_script_and_another_one_another() {
        assertThat(Script.draw(businesses(300), 7)).isEqualTo(Script.draw(businesses(300), 7));
        assertThat(Script.draw(businesses(300), 7)).isNotEqualTo(Script.draw(businesses(300), 8));
    }

    @Test
    void the_parts_of_a_list_are_the_whole_list() {
        List<String> all = businesses(10);
        assertThat(IntStream.range(0, 4).mapToObj(n -> Script.part(all, n, 4)).flatMap(List::stream))
                .containsExactlyElementsOf(all);
    }

    private static List<String> businesses(int count) {
        return IntStream.range(0, count).mapToObj(number -> "B" + number).toList();
    }
}
