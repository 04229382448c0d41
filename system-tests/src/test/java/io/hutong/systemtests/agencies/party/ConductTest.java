package io.hutong.systemtests.agencies.party;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ConductTest {

    /** A message that is its own description. */
    private record Word(String text) implements Message<Word> {
        @Override
        public Word renewed() {
            return new Word(text + " renewed");
        }

        @Override
        public List<Word> withWrongCodes() {
            return List.of(new Word(text + " in another's name"), new Word(text + " to another question"));
        }

        @Override
        public Word withWrongSchema() {
            return new Word(text + " out of form");
        }
    }

    static Stream<Arguments> what_is_sent_is_what_the_faults_make_of_it() {
        return Stream.of(
                Arguments.of(Conduct.GOOD, List.of("yes")),
                Arguments.of(Conduct.with(Fault.LATE), List.of("yes")),
                Arguments.of(Conduct.with(Fault.TWICE), List.of("yes", "yes", "yes renewed")),
                Arguments.of(
                        Conduct.with(Fault.WRONG_CODE), List.of("yes in another's name", "yes to another question")),
                Arguments.of(Conduct.with(Fault.WRONG_SCHEMA), List.of("yes out of form")),
                Arguments.of(
                        Conduct.with(Fault.WRONG_SCHEMA, Fault.TWICE),
                        List.of("yes out of form", "yes out of form", "yes out of form renewed")),
                Arguments.of(
                        Conduct.with(Fault.WRONG_SCHEMA, Fault.WRONG_CODE),
                        List.of("yes in another's name", "yes to another question", "yes out of form")),
                Arguments.of(Conduct.with(Fault.NO_ANSWER), List.of()),
                Arguments.of(Conduct.with(Fault.values()), List.of()));
    }

    @ParameterizedTest
    @MethodSource
    void what_is_sent_is_what_the_faults_make_of_it(Conduct conduct, List<String> sent) {
        assertThat(conduct.sent(new Word("yes"))).extracting(Word::text).isEqualTo(sent);
    }

    @Test
    void a_conduct_is_read_as_it_is_written() throws Exception {
        Conduct conduct = Conduct.with(Fault.TWICE, Fault.LATE)
                .after(Duration.ofMillis(1500))
                .by(Medium.FILE);
        assertThat(conduct.toJson().toString())
                .isEqualTo("{\"faults\":[\"LATE\",\"TWICE\"],\"delaySeconds\":1.5,\"medium\":\"FILE\"}");
        assertThat(Conduct.of(conduct.toJson())).isEqualTo(conduct);
        assertThat(Conduct.of(new ObjectMapper().readTree("{}"))).isEqualTo(Conduct.GOOD);
    }

    @ParameterizedTest
    @org.junit.jupiter.params.provider.ValueSource(
            strings = {
                "{\"faults\": [\"RUDE\"]}",
                "{\"faults\": \"LATE\"}",
                "{\"medium\": \"PIGEON\"}",
                "{\"delaySeconds\": -1}",
                "{\"fault\": [\"LATE\"]}",
                "[]"
            })
    void what_is_no_conduct_is_refused(String text) throws Exception {
        var json = new ObjectMapper().readTree(text);
        assertThatThrownBy(() -> Conduct.of(json)).isInstanceOf(IllegalArgumentException.class);
    }
}
