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
                        "seriousEntry");
        assertThat(rules.fields(Layer.L1, TODAY)).containsExactly("ageYears", "changes", "reportsDue", "reportsOnTime");
        assertThat(rules.fields(Layer.L2, TODAY)).containsExactly("turnover", "taxPaid", "employees", "onlineShops");
        assertThat(rules.fields(Layer.L3, TODAY))
                .containsExactly("contactPhone", "familyMembers", "residentId", "inspectionStatus", "specialStatus");
        assertThat(rules.fields(TODAY)).extracting(Field::name).doesNotHaveDuplicates();
    }

    @Test
    void what_is_public_and_not_known_here_is_named_and_is_no_field_that_could_be_asked_for() {
        assertThat(rules.unknown(TODAY)).extracting(Field::name).containsExactly("permit", "publishedTaxArrears");
        assertThat(rules.unknown(TODAY)).extracting(Field::layer).containsOnly(Layer.L0);
        assertThat(rules.fields(TODAY)).extracting(Field::name).doesNotContain("permit", "publishedTaxArrears");
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
