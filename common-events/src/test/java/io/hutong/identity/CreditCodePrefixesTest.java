package io.hutong.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CreditCodePrefixesTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 24);
    private static final UnifiedSocialCreditCode SHOP = UnifiedSocialCreditCode.of("92620702PDY000028N");
    private static final UnifiedSocialCreditCode UNUSUAL = UnifiedSocialCreditCode.of("98620702PDY0000284");

    @ParameterizedTest
    @ValueSource(strings = {"91350100M000100Y43", "92620702PDY000028N", "91620702PDY000028R"})
    void a_known_prefix_is_no_warning(String code) {
        assertThat(CreditCodePrefixes.bundled().warning(UnifiedSocialCreditCode.of(code), DAY))
                .isEmpty();
    }

    @Test
    void an_unknown_prefix_is_a_warning() {
        assertThat(CreditCodePrefixes.bundled().warning(UNUSUAL, DAY))
                .map(Finding::code)
                .hasValue("uscc.prefix");
    }

    @Test
    void a_business_older_than_the_codes_got_its_own_when_they_came() {
        assertThat(CreditCodePrefixes.bundled().warning(SHOP, LocalDate.of(1998, 5, 6)))
                .isEmpty();
        assertThat(CreditCodePrefixes.bundled().warning(UNUSUAL, LocalDate.of(1998, 5, 6)))
                .isPresent();
    }

    @Test
    void a_prefix_counts_from_its_first_to_its_last_day() {
        CreditCodePrefixes table = CreditCodePrefixes.of(List.of("98,,,2027-01-01,2028-12-31", "92,,,2015-10-01,"));

        assertThat(table.warning(UNUSUAL, DAY)).isPresent();
        assertThat(table.warning(UNUSUAL, LocalDate.of(2027, 1, 1))).isEmpty();
        assertThat(table.warning(UNUSUAL, LocalDate.of(2029, 1, 1))).isPresent();
        assertThat(table.warning(SHOP, LocalDate.of(2029, 1, 1))).isEmpty();
    }
}
