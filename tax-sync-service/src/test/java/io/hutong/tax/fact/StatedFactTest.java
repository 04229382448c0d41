package io.hutong.tax.fact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.hutong.events.Money;
import io.hutong.identity.UnifiedSocialCreditCode;
import io.hutong.web.Problem;
import io.hutong.web.imports.ImportLine;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class StatedFactTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    @Test
    void a_whole_line_is_a_statement_about_a_code() {
        StatedFact fact = StatedFact.read(line("92620702PDY000028N,ARREARS,YES,12345,2026-02-01,金税,增值税"), TODAY);

        assertThat(fact)
                .isEqualTo(new StatedFact(
                        UnifiedSocialCreditCode.of("92620702PDY000028N"),
                        null,
                        new FactStatement(
                                FactItem.ARREARS,
                                FactValue.YES,
                                new Money(12345),
                                "增值税",
                                "金税",
                                LocalDate.of(2026, 2, 1))));
    }

    @Test
    void what_is_left_out_is_today_and_the_file() {
        StatedFact fact = StatedFact.read(line("92620702PDY000028N,OTHER_OPEN.OTHER,NO,,,,"), TODAY);

        assertThat(fact.statement())
                .isEqualTo(new FactStatement(FactItem.OTHER, FactValue.NO, null, null, "FILE", TODAY));
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = '|',
            value = {
                ",ARREARS,YES,,,,|column.empty",
                "92620702PDY000028N,DEBTS,YES,,,,|fact.item",
                "92620702PDY000028N,ARREARS,MAYBE,,,,|fact.value",
                "92620702PDY000028N,ARREARS,NOT_APPLICABLE,,,,|fact.not-applicable",
                "92620702PDY000028N,ARREARS,YES,1.5,,,|fact.amount",
                "92620702PDY000028N,ARREARS,YES,-1,,,|fact.amount",
                "92620702PDY000028N,ARREARS,YES,,2026/01/02,,|fact.valid-from",
                "92620702PDY000028N,ARREARS,YES,,2026-03-03,,|fact.future"
            })
    void a_broken_line_says_which_rule_it_breaks(String text, String code) {
        Problem refused = catchThrowableOfType(Problem.class, () -> StatedFact.read(line(text), TODAY));

        assertThat(refused.violations())
                .singleElement()
                .satisfies(violation -> assertThat(violation.code()).isEqualTo(code));
    }

    @Test
    void a_code_with_a_wrong_check_digit_is_refused_by_the_rule_of_the_code_naming_its_column() {
        Problem refused = catchThrowableOfType(
                Problem.class, () -> StatedFact.read(line("92620702PDY000028M,ARREARS,YES,,,,"), TODAY));

        assertThat(refused.violations())
                .singleElement()
                .satisfies(violation -> assertThat(List.of(violation.pointer(), violation.code()))
                        .containsExactly("/uscc", "uscc.check"));
    }

    private static ImportLine line(String text) {
        String[] values = text.split(",", -1);
        Map<String, String> fields = new HashMap<>();
        for (int i = 0; i < values.length; i++) {
            fields.put(StatedFact.COLUMNS.get(i), values[i]);
        }
        return new ImportLine(2, fields);
    }
}
