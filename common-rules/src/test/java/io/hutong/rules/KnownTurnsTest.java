package io.hutong.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class KnownTurnsTest {
    private static final LocalDate DAY = LocalDate.of(2023, 5, 1);

    private final KnownTurns known = new KnownTurns();
    private final AtomicInteger searches = new AtomicInteger();

    @Test
    void the_same_values_on_the_same_day_are_searched_once() {
        List<Turn> first = turns(Value.YES, DAY);

        assertThat(turns(Value.YES, DAY)).isSameAs(first);
        assertThat(searches).hasValue(1);
    }

    @Test
    void other_values_and_another_day_are_searched_anew() {
        turns(Value.YES, DAY);
        turns(Value.NO, DAY);
        turns(Value.YES, DAY.plusDays(1));

        assertThat(searches).hasValue(3);
    }

    @Test
    void no_more_than_four_thousand_and_ninety_six_are_kept() {
        for (int i = 0; i < 5_000; i++) {
            turns(Value.YES, DAY.plusDays(i));
        }

        assertThat(known.size()).isEqualTo(4_096);
    }

    private List<Turn> turns(Value value, LocalDate on) {
        Facts facts = Facts.none().with(Map.of("A", value));
        return known.of(facts, on, () -> {
            searches.incrementAndGet();
            return List.of();
        });
    }
}
