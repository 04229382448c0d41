package io.hutong.tax.changesync;

import static org.assertj.core.api.Assertions.assertThat;

import io.hutong.events.BusinessStatus;
import io.hutong.events.ChangeKind;
import io.hutong.events.RegistrationEvent.Restored;
import io.hutong.events.TaxEvent.ChangeCompleted;
import io.hutong.events.TaxEvent.ChangeCompleted.Mode;
import io.hutong.events.TaxEvent.ChangeReceived;
import io.hutong.events.TaxEvent.ClearanceIssued;
import io.hutong.events.TaxEvent.StatusChanged;
import io.hutong.events.TaxEvent.StatusChanged.Status;
import io.hutong.identity.ChangeId;
import io.hutong.identity.OperatorTenureId;
import io.hutong.tax.fact.FactItem;
import io.hutong.tax.fact.FactValue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Non-normal (非正常) is an operator, not a business: who gets it back stands as his own facts say. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RestoredStandingTest {
    private final TaxOffice tax = new TaxOffice();
    private final OperatorTenureId tenureB = TaxOffice.tenure();

    @BeforeEach
    void a_clean_business() {
        tax.opened();
        tax.clean(tax.tenureA);
        tax.heard();
    }

    @Test
    void a_non_normal_operator_is_non_normal_again_when_the_one_after_him_is_annulled() {
        tax.clearanceAsked(tax.tenureA);
        ClearanceIssued issued = (ClearanceIssued) tax.heard().get(0);
        tax.fact(tax.tenureA, FactItem.NON_NORMAL, FactValue.YES);
        tax.passedWith(issued.certificateId(), issued.changeId(), tax.tenureA, tenureB, "乙");
        tax.heard();

        ChangeId annulment = tax.annulled(issued.changeId(), ChangeKind.OPERATOR, backToA(BusinessStatus.ACTIVE));

        assertThat(tax.heard())
                .containsExactly(
                        new ChangeReceived(annulment),
                        new StatusChanged(Status.NON_NORMAL, tax.today()),
                        new ChangeCompleted(annulment, Mode.AUTO, 0, null));
        assertThat(tax.taxpayer().standing().status()).isEqualTo(Status.NON_NORMAL);
        assertThat(tax.change(tax.named("新名")).waiting()).isTrue();
    }

    @Test
    void a_normal_operator_is_normal_again_and_what_waited_for_the_annulled_one_goes_on() {
        ChangeId toB = tax.passed(tax.tenureA, tenureB, "乙");
        tax.fact(tenureB, FactItem.NON_NORMAL, FactValue.YES);
        ChangeId name = tax.named("新名");
        tax.heard();

        ChangeId annulment = tax.annulled(toB, ChangeKind.OPERATOR, backToA(BusinessStatus.ACTIVE));

        assertThat(tax.heard())
                .containsExactly(
                        new ChangeReceived(annulment),
                        new StatusChanged(Status.NORMAL, tax.today()),
                        new ChangeCompleted(annulment, Mode.AUTO, 0, null),
                        new ChangeCompleted(name, Mode.AFTER_CLEARANCE, 0, null));
        assertThat(tax.taxpayer().name()).isEqualTo("新名");
    }

    @Test
    void who_left_the_register_stays_so_when_an_operator_before_is_annulled() {
        ChangeId toB = tax.passed(tax.tenureA, tenureB, "乙");
        tax.deregistered();
        tax.heard();

        tax.annulled(toB, ChangeKind.OPERATOR, backToA(BusinessStatus.DEREGISTERED));

        assertThat(tax.heard()).noneMatch(StatusChanged.class::isInstance);
        assertThat(tax.taxpayer().standing().status()).isEqualTo(Status.DEREGISTERED);
        assertThat(tax.taxpayer().tenureId()).isEqualTo(tax.tenureA);
    }

    private Restored backToA(BusinessStatus status) {
        return tax.restored(status, tax.tenureA, "甲");
    }
}
