package io.hutong.credit.annualreport;

import static org.assertj.core.api.Assertions.assertThat;

import io.hutong.credit.annualreport.ReportForm.FilledBy;
import io.hutong.credit.annualreport.ReportForm.Kind;
import io.hutong.web.Violation;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ReportRulesTest {
    private static final LocalDate NOW = LocalDate.of(2026, 11, 28);
    private final ReportRules rules = ReportRules.bundled();

    @ParameterizedTest
    @CsvSource({
        "2020-05-06, 2025-12-31, ''",
        "2020-05-06, 2026-01-01, 2025",
        "2025-12-31, 2026-01-01, 2025",
        "2026-01-01, 2026-12-31, ''",
        "2026-01-01, 2027-01-01, 2026",
        "2020-05-06, 2028-03-01, 2025 2026 2027"
    })
    void a_report_is_owed_from_the_first_of_january_for_every_year_since_the_opening(
            LocalDate established, LocalDate today, String years) {
        assertThat(rules.owed(established, today).stream()
                        .map(String::valueOf)
                        .reduce("", (a, b) -> (a + " " + b).strip()))
                .isEqualTo(years);
    }

    @Test
    void the_window_is_the_first_half_of_the_next_year() {
        assertThat(rules.window(2025))
                .isEqualTo(new ReportRules.Window(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 6, 30)));
    }

    @Test
    void an_operator_types_no_more_than_five_fields() {
        assertThat(rules.form(2025, NOW).fields())
                .filteredOn(field -> field.filledBy() == FilledBy.OPERATOR)
                .hasSizeBetween(1, 5);
    }

    @ParameterizedTest
    @CsvSource({
        "turnover, 0, true",
        "turnover, 12.5, true",
        "turnover, 12.505, false",
        "turnover, -1, false",
        "turnover, 1e6, false",
        "employees, 2, true",
        "employees, 2.5, false",
        "employees, 两人, false",
        "contactPhone, 0936-8213456, true",
        "contactPhone, 请加微信, false"
    })
    void a_value_has_the_form_of_its_kind(String field, String value, boolean right) {
        var answers = new java.util.HashMap<>(
                Map.of("turnover", "1", "taxPaid", "1", "employees", "1", "contactPhone", "13909360001"));
        answers.put(field, value);
        assertThat(rules.form(2025, NOW).defects(answers, "").isEmpty()).isEqualTo(right);
    }

    @Test
    void what_is_missing_and_what_is_not_asked_is_told_by_its_place() {
        assertThat(rules.form(2025, NOW).defects(Map.of("turnover", "1", "secret", "x"), "/content"))
                .extracting(Violation::pointer, Violation::code)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("/content/taxPaid", "report.missing"),
                        org.assertj.core.groups.Tuple.tuple("/content/employees", "report.missing"),
                        org.assertj.core.groups.Tuple.tuple("/content/contactPhone", "report.missing"),
                        org.assertj.core.groups.Tuple.tuple("/content", "report.unknown-field"));
        assertThat(Kind.values()).allSatisfy(kind -> assertThat(kind.zh()).isNotBlank());
    }
}
