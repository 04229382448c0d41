package io.hutong.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ResidentIdTest {
    private static final DivisionCode GANZHOU = DivisionCode.of("620702");

    @ParameterizedTest
    @CsvSource({
        "11010519491231002X, 1949-12-31",
        "11010519491231002x, 1949-12-31",
        "440524188001010014, 1880-01-01",
        "620702190001010013, 1900-01-01",
        "62070219000101003X, 1900-01-01"
    })
    void a_right_number_is_accepted_and_tells_the_date_of_birth(String text, LocalDate born) {
        assertThat(ResidentId.of(text).birthDate()).isEqualTo(born);
        assertThat(ResidentId.of(text).value()).isEqualTo(text.toUpperCase(java.util.Locale.ROOT));
    }

    @ParameterizedTest
    @CsvSource({
        "620702190001010014, resident-id.check",
        "620702190002290018, resident-id.birth-date",
        "620702190013010013, resident-id.birth-date",
        "62070219000101001, resident-id.form",
        "62070219000101X013, resident-id.form",
        "'', resident-id.form"
    })
    void a_wrong_number_is_rejected_by_the_rule_that_it_breaks(String text, String rule) {
        assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(() -> ResidentId.of(text))
                .satisfies(rejected -> assertThat(rejected.code()).isEqualTo(rule))
                .withNoCause();
    }

    @Test
    void nobody_is_born_after_today() {
        LocalDate born = LocalDate.of(1949, 12, 31);
        assertThat(ResidentId.of("11010519491231002X", born).birthDate()).isEqualTo(born);
        assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(() -> ResidentId.of("11010519491231002X", born.minusDays(1)))
                .satisfies(rejected -> assertThat(rejected.code()).isEqualTo("resident-id.future"));
    }

    @Test
    void it_never_prints_itself() {
        assertThat(ResidentId.synthetic(GANZHOU, 1)).hasToString("ResidentId[masked]");
        assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(() -> ResidentId.of("620702190001010014"))
                .satisfies(rejected ->
                        assertThat(rejected.getMessage() + rejected.zh()).doesNotContain("620702", "1900"));
    }
}
