package io.hutong.tax.fact;

import static org.assertj.core.api.Assertions.assertThat;

import io.hutong.identity.BizId;
import io.hutong.identity.OperatorTenureId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

@DisplayNameGeneration(ReplaceUnderscores.class)
class StandingFactsTest {
    private static final BizId BUSINESS = BizId.of("01900000-0000-7000-8000-000000000001");
    private static final OperatorTenureId TENURE = OperatorTenureId.of("01900000-0000-7000-8000-000000000002");
    private static final LocalDate OPENED = LocalDate.of(2026, 3, 1);
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 20);
    private static final TaxFact ASSUMED = fact(FactItem.EVER_HANDLED_TAX, FactValue.NO, TaxFact.SYSTEM, OPENED, 0);

    @Test
    void a_new_tenure_of_which_nothing_is_stated_has_handled_no_tax_matter() {
        assertThat(standing(ASSUMED).fact(FactItem.EVER_HANDLED_TAX)).contains(ASSUMED);
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"EVER_HANDLED_TAX", "INVOICES_CANCELLED", "DEVICES_CANCELLED"})
    void whatever_only_a_taxpayer_can_have_ends_the_assumption_and_is_the_row_that_says_so(FactItem item) {
        TaxFact proof = fact(item, FactValue.YES, "OFFICER", OPENED.minusDays(3), 1);
        StandingFacts standing = standing(ASSUMED, proof);
        assertThat(standing.value(FactItem.EVER_HANDLED_TAX)).isEqualTo(FactValue.YES);
        assertThat(standing.fact(FactItem.EVER_HANDLED_TAX)).map(TaxFact::id).contains(proof.id());
        assertThat(standing.fact(item)).contains(proof);
    }

    @Test
    void a_debt_that_was_paid_still_proves_it_against_the_assumption() {
        TaxFact owed = fact(FactItem.ARREARS, FactValue.YES, "OFFICER", OPENED, 1);
        TaxFact paid = fact(FactItem.ARREARS, FactValue.NO, "OFFICER", OPENED.plusDays(5), 2);
        assertThat(standing(ASSUMED, owed, paid).value(FactItem.EVER_HANDLED_TAX))
                .isEqualTo(FactValue.YES);
        assertThat(standing(ASSUMED, owed, paid).value(FactItem.ARREARS)).isEqualTo(FactValue.NO);
    }

    @Test
    void what_a_person_states_of_it_counts_though_it_be_valid_from_before_the_assumption() {
        TaxFact stated = fact(FactItem.EVER_HANDLED_TAX, FactValue.YES, "OFFICER", OPENED.minusDays(1), 1);
        assertThat(standing(ASSUMED, stated).value(FactItem.EVER_HANDLED_TAX)).isEqualTo(FactValue.YES);
    }

    @Test
    void a_person_may_take_back_a_debt_that_never_was_and_with_it_what_it_proved() {
        TaxFact mistaken = fact(FactItem.ARREARS, FactValue.YES, "OFFICER", OPENED, 1);
        TaxFact taken = fact(FactItem.ARREARS, FactValue.NO, "OFFICER", OPENED, 2);
        TaxFact never = fact(FactItem.EVER_HANDLED_TAX, FactValue.NO, "OFFICER", OPENED, 3);
        assertThat(standing(ASSUMED, mistaken, taken, never).value(FactItem.EVER_HANDLED_TAX))
                .isEqualTo(FactValue.NO);
        assertThat(standing(ASSUMED, mistaken, never).value(FactItem.EVER_HANDLED_TAX))
                .isEqualTo(FactValue.YES);
    }

    @Test
    void a_debt_that_begins_later_proves_nothing_yet() {
        TaxFact later = fact(FactItem.ARREARS, FactValue.YES, "OFFICER", TODAY.plusDays(1), 1);
        assertThat(standing(ASSUMED, later).value(FactItem.EVER_HANDLED_TAX)).isEqualTo(FactValue.NO);
    }

    @Test
    void where_nothing_was_assumed_nothing_is_added() {
        TaxFact owed = fact(FactItem.ARREARS, FactValue.YES, "OFFICER", OPENED, 1);
        assertThat(standing(owed).value(FactItem.EVER_HANDLED_TAX)).isEqualTo(FactValue.UNKNOWN);
    }

    private static StandingFacts standing(TaxFact... facts) {
        return StandingFacts.of(List.of(facts), TODAY);
    }

    private static TaxFact fact(FactItem item, FactValue value, String source, LocalDate validFrom, int second) {
        return new TaxFact(
                UUID.randomUUID(),
                BUSINESS,
                TENURE,
                item,
                value,
                null,
                null,
                source,
                validFrom,
                Instant.parse("2026-03-10T00:00:00Z").plusSeconds(second));
    }
}
