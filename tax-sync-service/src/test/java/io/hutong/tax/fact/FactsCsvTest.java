package io.hutong.tax.fact;

import static org.assertj.core.api.Assertions.assertThat;

import io.hutong.events.Money;
import io.hutong.identity.UnifiedSocialCreditCode;
import java.time.LocalDate;
import java.util.Objects;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FactsCsvTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    @Test
    void a_whole_line_is_a_statement_about_a_code() {
        FactsCsv.Line line =
                FactsCsv.read(2, "92620702PDY000028N,ARREARS,YES,12345,2026-02-01,金税,\"增值税,2025 \"\"四季度\"\"\"", TODAY);

        assertThat(line)
                .isEqualTo(new FactsCsv.Line(
                        2,
                        UnifiedSocialCreditCode.of("92620702PDY000028N"),
                        new FactStatement(
                                FactItem.ARREARS,
                                FactValue.YES,
                                new Money(12345),
                                "增值税,2025 \"四季度\"",
                                "金税",
                                LocalDate.of(2026, 2, 1)),
                        null));
    }

    @Test
    void what_is_left_out_is_today_and_the_file() {
        FactsCsv.Line line = FactsCsv.read(9, "92620702PDY000028N,OTHER_OPEN.OTHER,NO,,,,", TODAY);

        assertThat(line.statement())
                .isEqualTo(new FactStatement(FactItem.OTHER, FactValue.NO, null, null, "FILE", TODAY));
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "92620702PDY000028M,ARREARS,YES,,,,|uscc.check",
                "92620702PDY000028N,DEBTS,YES,,,,|fact.item",
                "92620702PDY000028N,ARREARS,MAYBE,,,,|fact.value",
                "92620702PDY000028N,ARREARS,NOT_APPLICABLE,,,,|fact.not-applicable",
                "92620702PDY000028N,ARREARS,YES,1.5,,,|fact.amount",
                "92620702PDY000028N,ARREARS,YES,-1,,,|fact.amount",
                "92620702PDY000028N,ARREARS,YES,,2026/01/02,,|fact.valid-from",
                "92620702PDY000028N,ARREARS,YES,,2026-03-03,,|fact.future",
                "92620702PDY000028N,ARREARS,YES,,,|line.fields",
                "92620702PDY000028N,ARREARS,YES,,,,\"open|line.quotes"
            })
    void a_broken_line_says_which_rule_it_breaks(String text, String code) {
        FactsCsv.Line line = FactsCsv.read(3, text, TODAY);

        assertThat(Objects.requireNonNull(line.fault()).code()).isEqualTo(code);
    }
}
