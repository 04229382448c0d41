package io.hutong.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.hutong.identity.UnifiedSocialCreditCode.OrganisationCodeCheck;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class UnifiedSocialCreditCodeTest {
    private static final DivisionCode GANZHOU = DivisionCode.of("620702");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "91350100M000100Y43", // the standard's own example
                "92620702PDY000028N",
                "92620702PDY00001XN", // inner check X
                "92620702PDY0000602", // inner check 0
                "92620702PDY0001240", // remainder 0
                "92620702PDY000079Y", // remainder 1
                "91620702PDY000028R"
            })
    void a_right_code_is_accepted_without_warning(String text) {
        UnifiedSocialCreditCode code = UnifiedSocialCreditCode.of(text);
        assertThat(code.value()).isEqualTo(text);
        assertThat(code.organisationCodeWarning()).isEmpty();
        assertThat(code.organisationCode()).hasValue(OrganisationCode.of(text.substring(8, 17)));
    }

    @ParameterizedTest
    @CsvSource({
        "91350100M000100Y4Z, uscc.look-alike",
        "92620702PDY000028M, uscc.check",
        "92620702PDY000082N, uscc.check",
        "92620702PDI000028N, uscc.look-alike",
        "92620702PDO000028N, uscc.look-alike",
        "92620702PDY0028N, uscc.length",
        "'', uscc.length",
        "92620702PDY00002-N, uscc.alphabet",
        "9262O702PDY000028N, uscc.look-alike",
        "92A20702PDY000028N, uscc.division"
    })
    void a_wrong_code_is_rejected_by_the_rule_that_it_breaks(String text, String rule) {
        assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(() -> UnifiedSocialCreditCode.of(text))
                .satisfies(rejected -> assertThat(rejected.code()).isEqualTo(rule))
                .satisfies(rejected -> assertThat(rejected.zh()).isNotBlank());
    }

    @Test
    void the_rejection_does_not_repeat_the_value() {
        assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(() -> UnifiedSocialCreditCode.of("92620702PDY000028M"))
                .satisfies(rejected -> assertThat(rejected.getMessage() + rejected.zh() + rejected.en())
                        .doesNotContain("PDY", "620702"));
    }

    @Test
    void a_wrong_inner_check_is_a_warning_unless_the_caller_is_strict() {
        UnifiedSocialCreditCode code = UnifiedSocialCreditCode.of("92620702PDY000027K", OrganisationCodeCheck.WARN);
        assertThat(code.organisationCodeWarning()).map(Finding::code).hasValue("organisation-code.check");
        assertThat(code.organisationCode()).isEmpty();
        assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(() -> UnifiedSocialCreditCode.of("92620702PDY000027K", OrganisationCodeCheck.REJECT))
                .satisfies(rejected -> assertThat(rejected.code()).isEqualTo("organisation-code.check"));
    }

    @ParameterizedTest
    @ValueSource(strings = {" 92620702pdy000028n ", "９２６２０７０２ＰＤＹ００００２８Ｎ", "\u300092620702PDY000028N\t"})
    void typing_is_forgiven(String text) {
        assertThat(UnifiedSocialCreditCode.of(text).value()).isEqualTo("92620702PDY000028N");
    }

    @Test
    void its_parts_can_be_read() {
        UnifiedSocialCreditCode code = UnifiedSocialCreditCode.of("91350100M000100Y43");
        assertThat(code.prefix()).isEqualTo("91");
        assertThat(code.firstDivision()).isEqualTo(DivisionCode.of("350100"));
        assertThat(code.organisationCode()).map(OrganisationCode::hyphenated).hasValue("M000100Y-4");
    }

    @Test
    void synthetic_codes_are_those_of_the_standard_s_free_zone() {
        assertThat(UnifiedSocialCreditCode.synthetic(GANZHOU, 2)).hasToString("92620702PDY000028N");
        assertThat(UnifiedSocialCreditCode.synthetic(GANZHOU, 12)).hasToString("92620702PDY0001240");
        assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(() -> UnifiedSocialCreditCode.synthetic(GANZHOU, 100_000));
        assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(() -> UnifiedSocialCreditCode.synthetic(DivisionCode.of("620700"), 1));
    }
}
