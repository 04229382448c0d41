package io.hutong.tax.changesync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hutong.events.Block;
import io.hutong.events.BlockingItem;
import io.hutong.events.CertificatePurpose;
import io.hutong.events.TaxEvent;
import io.hutong.events.TaxEvent.ChangeCompleted;
import io.hutong.events.TaxEvent.ChangeCompleted.Mode;
import io.hutong.events.TaxEvent.ChangeHeld;
import io.hutong.events.TaxEvent.ChangeReceived;
import io.hutong.events.TaxEvent.ChangeRefused;
import io.hutong.events.TaxEvent.ChangeRefused.Reason;
import io.hutong.events.TaxEvent.ClearanceHeld;
import io.hutong.events.TaxEvent.ClearanceIssued;
import io.hutong.events.TaxEvent.ClearanceIssued.Basis;
import io.hutong.events.TaxEvent.ClearanceRefused;
import io.hutong.events.TaxEvent.ClearanceRevoked;
import io.hutong.events.TaxEvent.StatusChanged;
import io.hutong.events.TaxEvent.StatusChanged.Status;
import io.hutong.identity.CertificateId;
import io.hutong.identity.ChangeId;
import io.hutong.identity.OperatorTenureId;
import io.hutong.tax.clearance.Certificate;
import io.hutong.tax.clearance.ClearanceRequest;
import io.hutong.tax.clearance.Hold;
import io.hutong.tax.fact.FactItem;
import io.hutong.tax.fact.FactValue;
import io.hutong.tax.problem.TaxProblems;
import io.hutong.web.Problem;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CertificateLineTest {
    private final TaxOffice tax = new TaxOffice();
    private final OperatorTenureId tenureB = TaxOffice.tenure();

    @BeforeEach
    void a_clean_business() {
        tax.opened();
        tax.clean(tax.tenureA);
        tax.heard();
    }

    @Test
    void a_clear_tenure_gets_its_certificate_at_once() {
        ChangeId change = tax.clearanceAsked(tax.tenureA);

        ClearanceIssued issued = (ClearanceIssued) only(tax.heard());
        assertThat(issued)
                .isEqualTo(new ClearanceIssued(
                        change,
                        issued.certificateId(),
                        CertificatePurpose.OPERATOR_CHANGE,
                        tax.tenureA,
                        tax.today().plusDays(30),
                        Basis.NO_INVOICE_NO_DEBT));
    }

    @Test
    void a_held_request_is_issued_by_itself_when_the_last_item_goes() {
        tax.fact(tax.tenureA, FactItem.LATE_FEE, FactValue.YES);
        tax.clearanceAsked(tax.tenureA);
        assertThat(only(tax.heard()))
                .isInstanceOfSatisfying(
                        ClearanceHeld.class,
                        held -> assertThat(held.blocks()).containsExactly(new Block(Block.Class.PAY, 1)));

        tax.night();
        assertThat(tax.heard()).isEmpty();

        tax.fact(tax.tenureA, FactItem.LATE_FEE, FactValue.NO);
        assertThat(only(tax.heard())).isInstanceOf(ClearanceIssued.class);
    }

    @Test
    void by_a_certificate_even_a_non_normal_taxpayer_passes_on_and_the_next_operator_begins_as_normal() {
        ClearanceIssued issued = issued();
        tax.fact(tax.tenureA, FactItem.NON_NORMAL, FactValue.YES);
        tax.heard();

        tax.passedWith(issued.certificateId(), issued.changeId(), tax.tenureA, tenureB, "乙");

        assertThat(tax.heard()).contains(new StatusChanged(Status.NORMAL, tax.today()));
        assertThat(tax.taxpayer().standing().status()).isEqualTo(Status.NORMAL);
    }

    @Test
    void a_good_certificate_is_used_up_and_the_change_applies_at_once_whatever_became_known_since() {
        ClearanceIssued issued = issued();
        tax.fact(tax.tenureA, FactItem.ARREARS, FactValue.YES);
        tax.heard();

        tax.passedWith(issued.certificateId(), issued.changeId(), tax.tenureA, tenureB, "乙");

        assertThat(tax.heard())
                .containsExactly(
                        new ChangeReceived(issued.changeId()),
                        new ChangeCompleted(issued.changeId(), Mode.IMMEDIATE, 0, null));
        assertThat(state(issued)).isEqualTo(Certificate.State.USED);
        assertThat(tax.taxpayer().tenureId()).isEqualTo(tenureB);
    }

    @Test
    void a_certificate_serves_one_change_only() {
        ClearanceIssued issued = issued();
        ChangeId other = new ChangeId(UUID.randomUUID());
        tax.passedWith(issued.certificateId(), other, tax.tenureA, tenureB, "乙");

        assertHeldFor(other, "BLK_CERTIFICATE.OTHER_CHANGE");
        assertThat(state(issued)).isEqualTo(Certificate.State.ISSUED);
    }

    @Test
    void an_unknown_an_absent_an_expired_and_a_revoked_certificate_hold_the_change() {
        ChangeId first = new ChangeId(UUID.randomUUID());
        tax.passedWith(new CertificateId(UUID.randomUUID()), first, tax.tenureA, tenureB, "乙");
        assertHeldFor(first, "BLK_CERTIFICATE.UNKNOWN");
        tax.withdrawn(first);

        ChangeId second = new ChangeId(UUID.randomUUID());
        tax.passedWith(null, second, tax.tenureA, tenureB, "乙");
        assertHeldFor(second, "BLK_CERTIFICATE.UNKNOWN");
        tax.withdrawn(second);

        ClearanceIssued revoked = issued();
        tax.decideClearance.revoke(revoked.certificateId(), "承诺不实");
        tax.passedWith(revoked.certificateId(), revoked.changeId(), tax.tenureA, tenureB, "乙");
        assertHeldFor(revoked.changeId(), "BLK_CERTIFICATE.REVOKED");
        tax.withdrawn(revoked.changeId());

        ClearanceIssued expired = issued();
        tax.sleep(Duration.ofDays(31));
        tax.passedWith(expired.certificateId(), expired.changeId(), tax.tenureA, tenureB, "乙");
        assertHeldFor(expired.changeId(), "BLK_CERTIFICATE.EXPIRED");
        assertThat(tax.taxpayer().tenureId()).isEqualTo(tax.tenureA);
    }

    @Test
    void on_its_last_day_a_certificate_still_serves() {
        ClearanceIssued issued = issued();
        tax.sleep(Duration.ofDays(30));

        tax.passedWith(issued.certificateId(), issued.changeId(), tax.tenureA, tenureB, "乙");

        assertThat(tax.heard()).contains(new ChangeCompleted(issued.changeId(), Mode.IMMEDIATE, 0, null));
    }

    @Test
    void a_change_held_for_its_certificate_is_completed_by_another_one() {
        ClearanceIssued expired = issued();
        tax.sleep(Duration.ofDays(31));
        tax.passedWith(expired.certificateId(), expired.changeId(), tax.tenureA, tenureB, "乙");
        tax.heard();

        tax.decide.replaceCertificate(expired.changeId());

        List<TaxEvent> heard = tax.heard();
        assertThat(heard.get(0)).isInstanceOf(ClearanceIssued.class);
        assertThat(heard.get(1)).isEqualTo(new ChangeCompleted(expired.changeId(), Mode.AFTER_CLEARANCE, 0, null));
        assertThat(tax.requests.certificates.forChange(expired.changeId()))
                .extracting(Certificate::state)
                .containsExactly(Certificate.State.ISSUED, Certificate.State.USED);
    }

    @Test
    void no_other_certificate_while_anything_is_open() {
        ChangeId change = new ChangeId(UUID.randomUUID());
        tax.passedWith(null, change, tax.tenureA, tenureB, "乙");
        tax.fact(tax.tenureA, FactItem.FINES, FactValue.YES);

        assertThatThrownBy(() -> tax.decide.replaceCertificate(change))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.type()).isEqualTo(TaxProblems.TENURE_NOT_CLEAR));
    }

    @Test
    void withdrawal_ends_the_request_and_makes_its_certificate_void() {
        ClearanceIssued issued = issued();

        tax.withdrawn(issued.changeId());

        assertThat(tax.heard())
                .containsExactly(new ChangeRefused(issued.changeId(), Reason.WITHDRAWN, "application withdrawn"));
        assertThat(state(issued)).isEqualTo(Certificate.State.VOID);
    }

    @Test
    void a_refused_request_may_be_asked_again_but_is_not_issued_by_itself() {
        tax.fact(tax.tenureA, FactItem.FINES, FactValue.YES);
        ChangeId change = tax.clearanceAsked(tax.tenureA);
        tax.heard();

        tax.decideClearance.refuse(change, "材料不实");
        tax.fact(tax.tenureA, FactItem.FINES, FactValue.NO);

        assertThat(tax.heard()).containsExactly(new ClearanceRefused(change, TaxEvent.OFFICER_DECISION));
    }

    @Test
    void a_used_certificate_is_not_revoked() {
        ClearanceIssued issued = issued();
        tax.passedWith(issued.certificateId(), issued.changeId(), tax.tenureA, tenureB, "乙");

        assertThatThrownBy(() -> tax.decideClearance.revoke(issued.certificateId(), "迟"))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.type()).isEqualTo(TaxProblems.CERTIFICATE_NOT_IN_FORCE));
    }

    @Test
    void a_certificate_whose_last_day_has_passed_is_not_revoked_so_that_what_was_asked_for_since_stands() {
        ClearanceIssued lapsed = issued();
        tax.sleep(Duration.ofDays(31));

        assertThatThrownBy(() -> tax.decideClearance.revoke(lapsed.certificateId(), "迟"))
                .isInstanceOfSatisfying(Problem.class, problem -> {
                    assertThat(problem.type()).isEqualTo(TaxProblems.CERTIFICATE_NOT_IN_FORCE);
                    assertThat(problem.extensions()).containsEntry("state", "EXPIRED");
                });
        assertThat(tax.heard()).isEmpty();
        assertThat(tax.requests.find(lapsed.changeId()).orElseThrow().state()).isEqualTo(ClearanceRequest.State.ISSUED);
    }

    @Test
    void a_revocation_is_stated_and_leaves_the_request_to_an_officer_who_lifts_it() {
        ClearanceIssued issued = issued();

        tax.decideClearance.revoke(issued.certificateId(), TaxEvent.OFFICER_DECISION);

        List<TaxEvent> heard = tax.heard();
        assertThat(heard).hasSize(2);
        assertThat(heard.get(0))
                .isEqualTo(new ClearanceRevoked(issued.changeId(), issued.certificateId(), TaxEvent.OFFICER_DECISION));
        assertThat(heard.get(1))
                .isInstanceOfSatisfying(
                        ClearanceHeld.class,
                        held -> assertThat(held.blocks()).containsExactly(new Block(Block.Class.TAX_INTERNAL, 1)));
        tax.night();
        assertThat(tax.heard()).isEmpty();

        tax.decideClearance.reevaluate(issued.changeId());
        assertThat(only(tax.heard()))
                .isInstanceOfSatisfying(
                        ClearanceIssued.class,
                        again -> assertThat(again.certificateId()).isNotEqualTo(issued.certificateId()));
        assertThatThrownBy(() -> tax.decideClearance.reevaluate(issued.changeId()))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.type()).isEqualTo(TaxProblems.REQUEST_NOT_OPEN));
    }

    @Test
    void after_a_revocation_the_officer_may_also_refuse_and_a_gate_that_is_not_open_holds() {
        ClearanceIssued first = issued();
        tax.decideClearance.revoke(first.certificateId(), "承诺不实");
        tax.heard();
        tax.decideClearance.refuse(first.changeId(), "承诺不实");
        assertThat(tax.heard()).containsExactly(new ClearanceRefused(first.changeId(), TaxEvent.OFFICER_DECISION));

        ClearanceIssued second = issued();
        tax.decideClearance.revoke(second.certificateId(), "承诺不实");
        tax.fact(tax.tenureA, FactItem.FINES, FactValue.YES);
        tax.heard();
        tax.decideClearance.reevaluate(second.changeId());
        assertThat(only(tax.heard()))
                .isInstanceOfSatisfying(
                        ClearanceHeld.class,
                        held -> assertThat(held.blocks()).containsExactly(new Block(Block.Class.PAY, 1)));
    }

    @Test
    void what_the_gate_said_before_a_revocation_decides_nothing_until_it_is_asked_again() {
        ClearanceIssued first = issued();
        assertThat(request(first).gateDecides()).isTrue();
        tax.decideClearance.revoke(first.certificateId(), "承诺不实");
        assertThat(request(first).gateDecides()).isFalse();
        tax.fact(tax.tenureA, FactItem.FINES, FactValue.YES);
        assertThat(request(first).gateDecides()).isFalse();
        tax.decideClearance.reevaluate(first.changeId());
        assertThat(request(first).gateDecides()).isTrue();
        assertThat(request(first).explanation()).contains("outcome=HELD");
        tax.decideClearance.refuse(first.changeId(), "承诺不实");
        assertThat(request(first).gateDecides()).isFalse();
    }

    @Test
    void a_gate_that_is_open_decides_nothing_where_no_certificate_can_be_issued() {
        ChangeId change = tax.clearanceAsked(CertificatePurpose.CONVERT, tax.tenureA);
        ClearanceRequest request = tax.requests.find(change).orElseThrow();
        assertThat(request.explanation()).contains("outcome=IMMEDIATE");
        assertThat(request.gateDecides()).isFalse();
    }

    private ClearanceRequest request(ClearanceIssued issued) {
        return tax.requests.find(issued.changeId()).orElseThrow();
    }

    @Test
    void a_request_about_an_operator_who_is_not_current_at_tax_waits_behind_the_change_that_brings_him() {
        tax.fact(tax.tenureA, FactItem.ARREARS, FactValue.YES);
        ChangeId toB = tax.passed(tax.tenureA, tenureB, "乙");
        tax.heard();

        tax.clearanceAsked(tenureB);
        assertThat(only(tax.heard()))
                .isInstanceOfSatisfying(
                        ClearanceHeld.class,
                        held -> assertThat(held.blocks())
                                .containsExactly(new Block(Block.Class.BEHIND_EARLIER, 1, toB)));

        tax.fact(tax.tenureA, FactItem.ARREARS, FactValue.NO);
        assertThat(tax.heard())
                .hasSize(2)
                .last()
                .isInstanceOfSatisfying(
                        ClearanceIssued.class,
                        issued -> assertThat(issued.basis()).isEqualTo(Basis.NEVER_TAXED));
    }

    private ClearanceIssued issued() {
        tax.heard();
        tax.clearanceAsked(tax.tenureA);
        return (ClearanceIssued) only(tax.heard());
    }

    private Certificate.State state(ClearanceIssued issued) {
        return tax.requests
                .certificates
                .find(issued.certificateId())
                .orElseThrow()
                .state();
    }

    private void assertHeldFor(ChangeId change, String code) {
        assertThat(tax.heard())
                .anySatisfy(event -> assertThat(event).isInstanceOfSatisfying(ChangeHeld.class, held -> {
                    assertThat(held.changeId()).isEqualTo(change);
                    assertThat(held.blocks()).containsExactly(new Block(Block.Class.CERTIFICATE, 1));
                }));
        Hold hold = Objects.requireNonNull(tax.change(change).progress().hold());
        assertThat(Objects.requireNonNull(hold.items()).items())
                .extracting(BlockingItem::code)
                .containsExactly(code);
    }

    private static TaxEvent only(List<TaxEvent> events) {
        assertThat(events).hasSize(1);
        return events.get(0);
    }
}
