package io.hutong.tax.changesync;

import static org.assertj.core.api.Assertions.assertThat;

import io.hutong.events.Block;
import io.hutong.events.BusinessStatus;
import io.hutong.events.CertificatePurpose;
import io.hutong.events.ChangeKind;
import io.hutong.events.DeregistrationProcedure;
import io.hutong.events.RegistrationEvent.Restored;
import io.hutong.events.TaxEvent.ClearanceHeld;
import io.hutong.events.TaxEvent.ClearanceIssued;
import io.hutong.identity.ChangeId;
import io.hutong.messaging.Position;
import io.hutong.tax.fact.FactItem;
import io.hutong.tax.fact.FactValue;
import io.hutong.tax.taxpayer.Divergence;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Terms, names and procedures: what comes back with an annulment, and what the rarer events do to the tax record. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RestoredFactsTest {
    private final TaxOffice tax = new TaxOffice();

    @BeforeEach
    void a_business() {
        tax.opened();
        tax.clean(tax.tenureA);
    }

    @Test
    void an_annulled_resumption_brings_the_end_of_the_suspension_back() {
        LocalDate until = tax.today().plusDays(90);
        tax.suspended(until);
        ChangeId resumed = tax.resumed();

        tax.annulled(resumed, ChangeKind.RESUMPTION, suspended(until));

        assertThat(tax.taxpayer().registered()).isEqualTo(BusinessStatus.SUSPENDED);
        assertThat(tax.taxpayer().suspendedUntil()).isEqualTo(until);
    }

    @Test
    void so_does_an_annulled_deregistration_and_the_annulment_of_what_tax_never_had() {
        LocalDate until = tax.today().plusDays(90);
        tax.suspended(until);
        ChangeId gone = tax.deregistered();
        tax.annulled(gone, ChangeKind.DEREGISTRATION, suspended(until));
        assertThat(tax.taxpayer().suspendedUntil()).isEqualTo(until);

        tax.annulled(new ChangeId(UUID.randomUUID()), ChangeKind.FACTS, suspended(until.plusDays(1)));
        assertThat(tax.taxpayer().suspendedUntil()).isEqualTo(until.plusDays(1));
    }

    @Test
    void what_an_operator_skipped_is_no_difference_any_more_once_the_register_annuls_it() {
        ChangeId skipped = new ChangeId(UUID.randomUUID());
        ChangeId other = new ChangeId(UUID.randomUUID());
        tax.divergences.add(new Divergence(tax.biz, new Position(1, 5), skipped, tax.now()));
        tax.divergences.add(new Divergence(tax.biz, new Position(1, 6), other, tax.now()));

        tax.annulled(skipped, ChangeKind.FACTS, tax.restored(BusinessStatus.ACTIVE, tax.tenureA, "甲"));

        assertThat(tax.divergences.of(tax.biz)).extracting(Divergence::changeId).containsExactly(other);
    }

    @Test
    void an_annulled_suspension_leaves_no_term() {
        ChangeId suspension = tax.suspended(tax.today().plusDays(90));

        tax.annulled(suspension, ChangeKind.SUSPENSION, tax.restored(BusinessStatus.ACTIVE, tax.tenureA, "甲"));

        assertThat(tax.taxpayer().suspendedUntil()).isNull();
    }

    @Test
    void a_name_that_is_given_up_is_gone_and_comes_back_when_that_is_annulled() {
        Restored before = tax.restored(BusinessStatus.ACTIVE, tax.tenureA, "甲");
        ChangeId unnamed = tax.unnamed();
        assertThat(tax.taxpayer().name()).isNull();

        tax.annulled(unnamed, ChangeKind.FACTS, before);

        assertThat(tax.taxpayer().name()).isEqualTo(before.name());
    }

    @Test
    void annulment_of_a_name_does_not_take_away_one_that_is_still_to_be_given_up() {
        ChangeId second = tax.named("第二");
        tax.fact(tax.tenureA, FactItem.NON_NORMAL, FactValue.YES);
        tax.unnamed();
        Restored now = tax.restored(BusinessStatus.ACTIVE, tax.tenureA, "甲");

        tax.annulled(
                second,
                ChangeKind.FACTS,
                new Restored(
                        now.status(), null, now.scope(), now.premises(), now.tenureId(), now.operatorName(), null));

        assertThat(tax.taxpayer().name()).isEqualTo("第二");
        tax.fact(tax.tenureA, FactItem.NON_NORMAL, FactValue.NO);
        assertThat(tax.taxpayer().name()).isNull();
    }

    @Test
    void an_ordinary_deregistration_without_a_certificate_is_a_work_for_an_officer() {
        ChangeId gone = tax.deregistered(DeregistrationProcedure.ORDINARY, null);

        assertThat(tax.change(gone).progress().followUps()).containsExactly("CLEARANCE_MISSING");
    }

    @Test
    void with_a_certificate_or_by_the_simple_procedure_it_is_none() {
        ChangeId gone = tax.clearanceAsked(CertificatePurpose.DEREGISTER, tax.tenureA);
        ClearanceIssued issued = (ClearanceIssued) tax.said.get(tax.said.size() - 1);
        tax.deregistered(gone, DeregistrationProcedure.ORDINARY, issued.certificateId());
        assertThat(tax.change(gone).progress().followUps()).isEmpty();

        TaxOffice other = new TaxOffice();
        other.opened();
        ChangeId simple = other.deregistered(DeregistrationProcedure.SIMPLE, null);
        assertThat(other.change(simple).progress().followUps()).isEmpty();
    }

    @Test
    void a_conversion_is_answered_though_nobody_has_said_yet_how_long_its_certificate_serves() {
        tax.heard();
        ChangeId conversion = tax.clearanceAsked(CertificatePurpose.CONVERT, tax.tenureA);

        assertThat(tax.heard()).singleElement().isInstanceOfSatisfying(ClearanceHeld.class, held -> {
            assertThat(held.changeId()).isEqualTo(conversion);
            assertThat(held.blocks()).containsExactly(new Block(Block.Class.TAX_INTERNAL, 1));
        });
        tax.night();
        assertThat(tax.heard()).isEmpty();
        tax.decideClearance.refuse(conversion, "请先由主管机关设定有效期");
        assertThat(tax.heard()).hasSize(1);
    }

    @Test
    void a_conversion_with_open_items_tells_their_classes() {
        tax.fact(tax.tenureA, FactItem.ARREARS, FactValue.YES);
        tax.heard();

        tax.clearanceAsked(CertificatePurpose.CONVERT, tax.tenureA);

        assertThat(tax.heard())
                .singleElement()
                .isInstanceOfSatisfying(
                        ClearanceHeld.class,
                        held -> assertThat(held.blocks()).containsExactly(new Block(Block.Class.PAY, 1)));
    }

    private Restored suspended(@Nullable LocalDate until) {
        Restored now = tax.restored(BusinessStatus.SUSPENDED, tax.tenureA, "甲");
        return new Restored(
                now.status(), now.name(), now.scope(), now.premises(), now.tenureId(), now.operatorName(), until);
    }
}
