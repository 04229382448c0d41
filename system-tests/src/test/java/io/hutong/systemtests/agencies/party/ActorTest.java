package io.hutong.systemtests.agencies.party;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ActorTest {
    private static final Instant NOW = Instant.parse("2026-11-28T02:00:00Z");

    private final List<Word> arrived = new ArrayList<>();
    private final Channel<Word> channel = words -> {
        arrived.addAll(words);
        return words.stream().map(word -> Reply.taken(word.text(), "", 202)).toList();
    };
    private final Actor actor = new Actor(
            new Party("VET-620702", "退役军人局", "vet", Map.of(), new Party.Codes("0", "1")),
            Clock.fixed(NOW, ZoneOffset.UTC));

    private record Word(String text) implements Message<Word> {
        @Override
        public Word renewed() {
            return new Word(text + "-again");
        }

        @Override
        public List<Word> withWrongCodes() {
            return List.of(new Word(text + "-foreign"));
        }

        @Override
        public Word withWrongSchema() {
            return new Word(text + "-old");
        }
    }

    @Test
    void a_party_says_what_its_conduct_makes_of_it_and_remembers_it_with_the_replies() throws Exception {
        actor.behave(Conduct.with(Fault.TWICE));

        Deed deed = actor.say("STATED", "shop", new Word("a"), channel);

        assertThat(arrived).containsExactly(new Word("a"), new Word("a"), new Word("a-again"));
        assertThat(deed)
                .isEqualTo(new Deed(
                        NOW,
                        "STATED",
                        "shop",
                        Conduct.with(Fault.TWICE),
                        List.of(
                                Reply.taken("a", "", 202),
                                Reply.taken("a", "", 202),
                                Reply.taken("a-again", "", 202))));
        assertThat(actor.deeds()).containsExactly(deed);
    }

    @Test
    void silence_is_remembered_and_nothing_is_sent() throws Exception {
        actor.behave(Conduct.with(Fault.NO_ANSWER));
        assertThat(actor.say("STATED", "shop", new Word("a"), channel).replies())
                .isEmpty();
        assertThat(arrived).isEmpty();
        assertThat(actor.deeds()).hasSize(1);
    }

    @Test
    void who_is_late_says_it_after_the_delay() throws Exception {
        actor.behave(Conduct.with(Fault.LATE).after(Duration.ofMillis(120)));
        long start = System.nanoTime();
        actor.say("STATED", "shop", new Word("a"), channel);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(120));
        assertThat(arrived).containsExactly(new Word("a"));
    }

    @Test
    void a_change_of_conduct_counts_from_the_next_word() throws Exception {
        actor.say("STATED", "shop", new Word("a"), channel);
        actor.behave(Conduct.with(Fault.WRONG_SCHEMA));
        actor.say("STATED", "shop", new Word("b"), channel);
        assertThat(arrived).containsExactly(new Word("a"), new Word("b-old"));
    }

    @Test
    void only_the_last_deeds_are_remembered() throws Exception {
        for (int i = 0; i < 510; i++) {
            actor.say("STATED", Integer.toString(i), new Word("a"), channel);
        }
        assertThat(actor.deeds()).hasSize(500);
        assertThat(actor.deeds().get(499).about()).isEqualTo("509");
    }
}
