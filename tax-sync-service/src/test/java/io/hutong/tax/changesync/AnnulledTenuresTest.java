package io.hutong.tax.changesync;

import static org.assertj.core.api.Assertions.assertThat;

import io.hutong.events.BusinessStatus;
import io.hutong.events.ChangeKind;
import io.hutong.events.RegistrationEvent.Restored;
import io.hutong.identity.ChangeId;
import io.hutong.identity.OperatorTenureId;
import io.hutong.tax.fact.FactItem;
import io.hutong.tax.fact.FactValue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What becomes of later operators when an earlier one is annulled, in whatever order the register decides. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class AnnulledTenuresTest {
    private final TaxOffice tax = new TaxOffice();
    private final OperatorTenureId tenureB = TaxOffice.tenure();
    private final OperatorTenureId tenureC = TaxOffice.tenure();
    private final OperatorTenureId tenureD = TaxOffice.tenure();

    @BeforeEach
    void a_business_that_owes() {
        tax.opened();
        tax.clean(tax.tenureA);
        tax.fact(tax.tenureA, FactItem.ARREARS, FactValue.YES);
    }

    @Test
    void one_whom_a_deregistration_overtook_follows_the_tenure_before_the_annulled_one() {
        ChangeId toB = tax.passed(tax.tenureA, tenureB, "乙");
        ChangeId toC = tax.passed(tenureB, tenureC, "丙");
        ChangeId gone = tax.deregistered();
        tax.annulled(toB, ChangeKind.OPERATOR, restored(BusinessStatus.DEREGISTERED, tenureC));

        tax.annulled(gone, ChangeKind.DEREGISTRATION, restored(BusinessStatus.ACTIVE, tenureC));

        assertThat(tax.change(toC).progress().hold())
                .isNotNull()
                .satisfies(hold -> assertThat(hold.items())
                        .satisfies(items ->
                                assertThat(items.items()).extracting("code").containsExactly("BLK_ARREARS")));
        tax.fact(tax.tenureA, FactItem.ARREARS, FactValue.NO);
        assertThat(tax.taxpayer().tenureId()).isEqualTo(tenureC);
        assertThat(tax.change(toB).state()).isEqualTo(TaxChange.State.ANNULLED);
    }

    @Test
    void so_it_does_when_the_annulled_operator_had_taken_over() {
        tax.fact(tax.tenureA, FactItem.ARREARS, FactValue.NO);
        ChangeId toB = tax.passed(tax.tenureA, tenureB, "乙");
        tax.clean(tenureB);
        tax.fact(tenureB, FactItem.FINES, FactValue.YES);
        ChangeId toC = tax.passed(tenureB, tenureC, "丙");
        ChangeId gone = tax.deregistered();
        tax.annulled(toB, ChangeKind.OPERATOR, restored(BusinessStatus.DEREGISTERED, tenureC));

        tax.annulled(gone, ChangeKind.DEREGISTRATION, restored(BusinessStatus.ACTIVE, tenureC));

        assertThat(tax.change(toC).state()).isEqualTo(TaxChange.State.APPLIED);
        assertThat(tax.taxpayer().tenureId()).isEqualTo(tenureC);
        assertThat(tax.tenures.require(tenureB).annulled()).isTrue();
    }

    @Test
    void the_new_name_of_an_operator_who_never_was_does_not_come_back_with_an_annulled_deregistration() {
        ChangeId toB = tax.passed(tax.tenureA, tenureB, "乙");
        ChangeId renamed = tax.renamed(tenureB, "乙二");
        ChangeId gone = tax.deregistered();
        tax.annulled(toB, ChangeKind.OPERATOR, restored(BusinessStatus.DEREGISTERED, tax.tenureA));

        tax.annulled(gone, ChangeKind.DEREGISTRATION, restored(BusinessStatus.ACTIVE, tax.tenureA));

        assertThat(tax.change(renamed).state()).isEqualTo(TaxChange.State.ANNULLED);
        assertThat(tax.changes.waiting(tax.biz)).isEmpty();
    }

    @Test
    void of_three_waiting_the_third_follows_the_first_when_the_second_is_annulled() {
        tax.passed(tax.tenureA, tenureB, "乙");
        ChangeId toC = tax.passed(tenureB, tenureC, "丙");
        ChangeId toD = tax.passed(tenureC, tenureD, "丁");

        tax.annulled(toC, ChangeKind.OPERATOR, restored(BusinessStatus.ACTIVE, tenureD));
        tax.fact(tax.tenureA, FactItem.ARREARS, FactValue.NO);

        assertThat(tax.change(toD).state()).isEqualTo(TaxChange.State.APPLIED);
        assertThat(tax.taxpayer().tenureId()).isEqualTo(tenureD);
    }

    private Restored restored(BusinessStatus status, OperatorTenureId tenure) {
        return tax.restored(status, tenure, "某");
    }
}
