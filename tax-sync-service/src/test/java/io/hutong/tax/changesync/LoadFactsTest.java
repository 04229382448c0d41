package io.hutong.tax.changesync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hutong.identity.UnifiedSocialCreditCode;
import io.hutong.tax.fact.TaxFact;
import io.hutong.web.imports.ImportLine;
import io.hutong.web.imports.LineOutcome;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LoadFactsTest {
    private final TaxOffice tax = new TaxOffice();
    private final UnifiedSocialCreditCode one = tax.other(11, false);
    private final UnifiedSocialCreditCode other = tax.other(12, false);
    private final UnifiedSocialCreditCode unknown = UnifiedSocialCreditCode.of("92620702PDY000028N");

    @Test
    void lines_are_recorded_in_their_order_and_those_of_an_unknown_code_refused() {
        List<LineOutcome> outcomes = load(line(one, "YES"), line(unknown, "YES"), line(other, "NO"), line(one, "NO"));

        assertThat(outcomes)
                .extracting(outcome -> outcome instanceof LineOutcome.Refused)
                .containsExactly(false, true, false, false);
        assertThat(tax.facts.stream()
                        .filter(fact -> fact.bizId().uuid().getLeastSignificantBits() == 11)
                        .map(TaxFact::value)
                        .map(Enum::name))
                .containsExactly("YES", "NO");
        assertThat(tax.facts).hasSize(3);
    }

    @Test
    void a_business_that_fails_fails_the_step_so_that_its_line_can_be_found() {
        UnifiedSocialCreditCode lost = tax.other(13, true);

        assertThatThrownBy(() -> load(line(one, "YES"), line(lost, "YES"))).isInstanceOf(IllegalStateException.class);
    }

    private List<LineOutcome> load(ImportLine... lines) {
        return tax.loadFacts.take(Stream.of(lines).map(tax.loadFacts::read).toList());
    }

    private static ImportLine line(UnifiedSocialCreditCode uscc, String value) {
        Map<String, String> fields = new HashMap<>();
        fields.put("uscc", uscc.value());
        fields.put("item", "OTHER_OPEN.NON_NORMAL");
        fields.put("value", value);
        return new ImportLine(2, fields);
    }
}
