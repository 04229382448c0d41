package io.hutong.credit.consent;

import static org.assertj.core.api.Assertions.assertThat;

import io.hutong.credit.annualreport.ReportForm;
import io.hutong.credit.annualreport.ReportRules;
import io.hutong.credit.consent.SharingRules.Field;
import io.hutong.credit.consent.SharingRules.Layer;
import io.hutong.events.Agency;
import io.hutong.events.AgencyCode;
import java.time.LocalDate;
import java.util.Objects;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SharingRulesTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 28);
    private final SharingRules rules = SharingRules.bundled();

    @Test
    void each_field_is_in_one_layer() {
        assertThat(rules.fields(Layer.L0, TODAY))
                .containsExactly(
                        "name",
                        "uscc",
                        "registrar",
                        "establishedOn",
                        "operatorName",
                        "status",
                        "scope",
                        "premises",
                        "abnormalEntry",
                        "penalty",
                        "seriousEntry",
                        "permit",
                        "publishedTaxArrears");
        assertThat(rules.fields(Layer.L1, TODAY)).containsExactly("ageYears", "changes", "reportsDue", "reportsOnTime");
        assertThat(rules.fields(Layer.L2, TODAY)).containsExactly("turnover", "taxPaid", "employees", "onlineShops");
        assertThat(rules.fields(Layer.L3, TODAY))
                .containsExactly("contactPhone", "familyMembers", "residentId", "inspectionStatus", "specialStatus");
        assertThat(rules.fields(TODAY)).extracting(Field::name).doesNotHaveDuplicates();
    }

    @Test
    void nothing_public_is_named_as_never_known_here_that_is_a_field_as_well() {
        assertThat(rules.unknown(TODAY))
                .extracting(Field::name)
                .doesNotContainAnyElementsOf(
                        rules.fields(TODAY).stream().map(Field::name).toList());
    }

    @Test
    void nothing_that_a_report_asks_is_without_a_layer_or_public() {
        assertThat(ReportRules.bundled().form(2025, TODAY).fields())
                .extracting(ReportForm.Field::name)
                .allSatisfy(asked -> assertThat(rules.fields(TODAY))
                        .filteredOn(field -> Objects.equals(field.content(), asked))
                        .singleElement()
                        .satisfies(field -> assertThat(field.layer()).isIn(Layer.L2, Layer.L3)));
    }

    @Test
    void every_recipient_is_a_financial_institution() {
        assertThat(rules.recipients(TODAY))
                .isNotEmpty()
                .allSatisfy(recipient ->
                        assertThat(AgencyCode.of(recipient.code()).kind()).isEqualTo(Agency.FI));
    }
}
