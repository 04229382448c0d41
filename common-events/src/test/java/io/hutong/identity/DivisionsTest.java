package io.hutong.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.hutong.identity.DivisionCode.Level;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DivisionsTest {
    private final Divisions divisions = Divisions.bundled();

    @ParameterizedTest
    @CsvSource({
        "620702, 张掖市甘州区, 甘肃省张掖市甘州区",
        "620700, 张掖市, 甘肃省张掖市",
        "620000, 甘肃省, 甘肃省",
        "620721, 张掖市肃南裕固族自治县, 甘肃省张掖市肃南裕固族自治县",
        "110101, 北京市东城区, 北京市东城区",
        "429004, 仙桃市, 湖北省仙桃市",
        "620702001, 张掖市甘州区东街街道, 甘肃省张掖市甘州区东街街道",
        "620702001001, 张掖市甘州区东街街道交通巷社区居民委员会, 甘肃省张掖市甘州区东街街道交通巷社区居民委员会"
    })
    void names_are_told_with_what_stands_above_them(String code, String full, String postal) {
        assertThat(divisions.fullName(DivisionCode.of(code))).hasValue(full);
        assertThat(divisions.postalName(DivisionCode.of(code))).hasValue(postal);
    }

    @Test
    void what_is_not_in_the_table_has_no_name() {
        assertThat(divisions.find(DivisionCode.of("620799"))).isEmpty();
        assertThat(divisions.fullName(DivisionCode.of("620799"))).isEmpty();
        assertThat(divisions.parent(DivisionCode.of("620799")))
                .map(Division::name)
                .hasValue("张掖市");
    }

    @Test
    void the_counties_of_a_prefecture_are_its_children() {
        assertThat(divisions.children(DivisionCode.of("620700")))
                .extracting(Division::name)
                .containsExactly("甘州区", "肃南裕固族自治县", "民乐县", "临泽县", "高台县", "山丹县");
    }

    @ParameterizedTest
    @CsvSource({
        "620000, PROVINCE, ",
        "620700, PREFECTURE, 620000",
        "620702, COUNTY, 620700",
        "620702001, TOWNSHIP, 620702",
        "620702001000, TOWNSHIP, 620702",
        "620702001005, VILLAGE, 620702001"
    })
    void a_code_tells_its_level_and_what_is_above(String code, Level level, String parent) {
        assertThat(DivisionCode.of(code).level()).isEqualTo(level);
        assertThat(DivisionCode.of(code).parent().map(DivisionCode::value).orElse(null))
                .isEqualTo(parent);
    }

    @Test
    void a_place_lies_within_all_that_is_above() {
        DivisionCode village = DivisionCode.of("620702001005");
        assertThat(village.within(DivisionCode.of("620702"))).isTrue();
        assertThat(village.within(DivisionCode.of("620000"))).isTrue();
        assertThat(village.within(village)).isTrue();
        assertThat(village.within(DivisionCode.of("620721"))).isFalse();
        assertThat(village.county()).isEqualTo(DivisionCode.of("620702"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "62070", "6207021", "62070200100", "62070A", "0620702", "020702", "6207020010011"})
    void other_lengths_and_characters_are_rejected(String text) {
        assertThatExceptionOfType(InvalidValue.class).isThrownBy(() -> DivisionCode.of(text));
    }
}
