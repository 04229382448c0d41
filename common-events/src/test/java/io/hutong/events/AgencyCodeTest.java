package io.hutong.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.hutong.identity.DivisionCode;
import io.hutong.identity.InvalidValue;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class AgencyCodeTest {
    @Test
    void a_code_tells_kind_division_and_name() {
        AgencyCode town = AgencyCode.of(" town-620702102 ");
        assertThat(town.value()).isEqualTo("TOWN-620702102");
        assertThat(town.kind()).isEqualTo(Agency.TOWN);
        assertThat(town.division()).isEqualTo(DivisionCode.of("620702102"));
        assertThat(town.suffix()).isEmpty();
        AgencyCode bank = AgencyCode.of("FI-620702-ABC");
        assertThat(bank.kind()).isEqualTo(Agency.FI);
        assertThat(bank.suffix()).hasValue("ABC");
        assertThat(bank).isLessThan(town).hasToString("FI-620702-ABC");
    }

    @ParameterizedTest
    @CsvSource({
        "'', agency-code.form",
        "TOWN, agency-code.form",
        "TOWN620702, agency-code.form",
        "TOWN-620702-, agency-code.form",
        "TOWN-620702-A-B, agency-code.form",
        "TOWN-620702-ABCDEFGHIJKLMNOPQRSTU, agency-code.form",
        "村镇-620702, agency-code.form",
        "SHOP-620702, agency-code.kind",
        "TOWN-62070, division.form",
        "TOWN-020702, division.form"
    })
    void what_is_no_code_is_refused_by_its_own_rule(String text, String rule) {
        assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(() -> AgencyCode.of(text))
                .satisfies(refused -> assertThat(refused.code()).isEqualTo(rule));
    }

    @Test
    void an_answer_about_a_person_never_prints_itself() {
        assertThat(new EligibilityAnswer("VETERAN", true).toString()).doesNotContain("VETERAN", "true");
    }
}
