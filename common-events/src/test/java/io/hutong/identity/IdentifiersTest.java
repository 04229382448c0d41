package io.hutong.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class IdentifiersTest {
    @Test
    void an_identifier_is_read_in_either_case_and_written_in_lower_case() {
        BizId id = BizId.of("0193A0E4-7B1C-7D00-8000-0000000000AB");
        assertThat(id).isEqualTo(BizId.of("0193a0e4-7b1c-7d00-8000-0000000000ab"));
        assertThat(id.value()).isEqualTo("0193a0e4-7b1c-7d00-8000-0000000000ab");
    }

    @Test
    void an_event_tells_by_its_identifier_when_it_was_made() {
        assertThat(EventId.of("0193a0e4-7b1c-7d00-8000-0000000000ab").madeAt())
                .isEqualTo(Instant.parse("2024-12-07T11:32:28.572Z"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "1-1-1-1-1", "0193a0e47b1c7d0080000000000000ab", "0193a0e4-7b1c-7d00-8000-0000000000ag"})
    void shortened_and_other_forms_are_rejected(String text) {
        assertThatExceptionOfType(InvalidValue.class).isThrownBy(() -> BizId.of(text));
        assertThatExceptionOfType(InvalidValue.class).isThrownBy(() -> ChangeId.of(text));
        assertThatExceptionOfType(InvalidValue.class).isThrownBy(() -> EventId.of(text));
        assertThatExceptionOfType(InvalidValue.class).isThrownBy(() -> CertificateId.of(text));
        assertThatExceptionOfType(InvalidValue.class).isThrownBy(() -> OperatorTenureId.of(text));
    }

    @ParameterizedTest
    @CsvSource({"M000100Y-4", "PDY00002-8", "PDY00001X", "pdy00006-0"})
    void an_organisation_code_is_read_with_or_without_hyphen(String text) {
        assertThat(OrganisationCode.of(text).value()).hasSize(9);
    }

    @ParameterizedTest
    @CsvSource({
        "PDY00002-7, organisation-code.check",
        "PDY0002, organisation-code.form",
        "PDY000028A, organisation-code.form"
    })
    void a_wrong_organisation_code_is_rejected(String text, String rule) {
        assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(() -> OrganisationCode.of(text))
                .satisfies(rejected -> assertThat(rejected.code()).isEqualTo(rule));
    }
}
