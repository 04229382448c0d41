package io.hutong.messaging.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ClearedSpansTest {

    @ParameterizedTest
    @CsvSource({
        "/businesses/0198f2d0-0000-7000-8000-000000000001/operator-changes, same",
        "/messaging/parked/{inbox}/{bizId}, same",
        "/, same",
        "/businesses/10099887766, /businesses/…",
        "/businesses/620702190001010013/history, /businesses/…/history",
        "/%E9%87%91%E4%B8%9D/金丝雀, /…/…"
    })
    void words_of_ours_and_ids_stay_and_everything_else_goes(String path, String told) {
        assertThat(ClearedSpans.cleared(path)).isEqualTo(told.equals("same") ? path : told);
    }
}
