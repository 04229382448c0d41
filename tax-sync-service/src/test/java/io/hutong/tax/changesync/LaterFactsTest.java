package io.hutong.tax.changesync;

import static org.assertj.core.api.Assertions.assertThat;

import io.hutong.events.Block;
import io.hutong.events.CertificatePurpose;
import io.hutong.events.ScopeItem;
import io.hutong.events.TaxEvent.ChangeCompleted;
import io.hutong.events.TaxEvent.ChangeCompleted.Mode;
import io.hutong.events.TaxEvent.ChangeHeld;
import io.hutong.events.TaxEvent.ChangeReceived;
import io.hutong.events.TaxEvent.ClearanceIssued;
import io.hutong.events.TaxEvent.StatusChanged;
import io.hutong.events.TaxEvent.StatusChanged.Status;
import io.hutong.identity.ChangeId;
import io.hutong.identity.OperatorTenureId;
import io.hutong.tax.fact.FactItem;
import io.hutong.tax.fact.FactValue;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Of two names, scopes or premises the later one stands, whatever held the earlier. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class LaterFactsTest {
    private final TaxOffice tax = new TaxOffice();
    private final OperatorTenureId tenureB = TaxOffice.tenure();

    @BeforeEach
    void a_clean_business() {
        tax.opened();
        tax.clean(tax.tenureA);
        tax.heard();
    }

    @Test
    void a_name_that_waited_for_the_former_operator_applies_with_the_next_one_and_not_over_a_later_name() {
        tax.clearanceAsked(tax.tenureA);
        ClearanceIssued issued = (ClearanceIssued) tax.heard().get(0);
        tax.fact(tax.tenureA, FactItem.NON_NORMAL, FactValue.YES);
        ChangeId first = tax.named("第一");
        tax.heard();

        tax.passedWith(issued.certificateId(), issued.changeId(), tax.tenureA, tenureB, "乙");
        assertThat(tax.heard())
                .containsExactly(
                        new ChangeReceived(issued.changeId()),
                        new StatusChanged(Status.NORMAL, tax.today()),
                        new ChangeCompleted(issued.changeId(), Mode.IMMEDIATE, 0, null),
                        new ChangeCompleted(first, Mode.AFTER_CLEARANCE, 0, null));
        tax.named("第二");
        tax.night();

        assertThat(tax.taxpayer().name()).isEqualTo("第二");
    }

    @Test
    void a_later_name_waits_behind_one_that_is_left_to_an_officer_and_a_scope_does_not() {
        tax.fact(tax.tenureA, FactItem.NON_NORMAL, FactValue.YES);
        ChangeId first = tax.named("第一");
        tax.clearanceAsked(CertificatePurpose.CONVERT, tax.tenureA);
        tax.fact(tax.tenureA, FactItem.NON_NORMAL, FactValue.NO);
        tax.heard();

        ChangeId second = tax.named("第二");
        ChangeId scope = tax.scoped(new ScopeItem("G2", "食品销售"));

        assertThat(tax.heard())
                .containsExactly(
                        new ChangeReceived(second),
                        new ChangeHeld(
                                second,
                                List.of(new Block(Block.Class.BEHIND_EARLIER, 1, first)),
                                null,
                                "tax.change-line/2024.2"),
                        new ChangeReceived(scope),
                        new ChangeCompleted(scope, Mode.AUTO, 1, null));
        tax.decide.reevaluate(first);
        assertThat(tax.taxpayer().name()).isEqualTo("第二");
        assertThat(tax.changes.waiting(tax.biz)).isEmpty();
    }
}
