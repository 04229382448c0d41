package io.hutong.tax.changesync;

import static org.assertj.core.api.Assertions.assertThat;

import io.hutong.events.Block;
import io.hutong.events.BusinessStatus;
import io.hutong.events.CertificatePurpose;
import io.hutong.events.ChangeKind;
import io.hutong.events.TaxEvent;
import io.hutong.events.TaxEvent.ChangeCompleted;
import io.hutong.events.TaxEvent.ChangeHeld;
import io.hutong.events.TaxEvent.ChangeRefused;
import io.hutong.events.TaxEvent.ChangeRefused.Reason;
import io.hutong.identity.ChangeId;
import io.hutong.identity.OperatorTenureId;
import io.hutong.rules.RuleFile;
import io.hutong.rules.RuleSets;
import io.hutong.tax.changesync.ActOnLine.Actor.What;
import io.hutong.tax.clearance.ChangeLineTable;
import io.hutong.tax.clearance.ChangeLineTable.Act;
import io.hutong.tax.fact.FactItem;
import io.hutong.tax.fact.FactValue;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What never waits does to the line what the rule data says, each time with its receipt. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class LineActsTest {
    private final OperatorTenureId tenureB = TaxOffice.tenure();

    @ParameterizedTest
    @EnumSource(What.class)
    void what_the_rules_cancel_ends_without_effect(What what) {
        TaxOffice tax = office(what, Act.CANCEL);
        ChangeId toB = held(tax);

        act(tax, what, toB);

        assertThat(answers(tax, toB))
                .singleElement()
                .isInstanceOfSatisfying(
                        ChangeRefused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(reason(what)));
        assertThat(tax.change(toB).state()).isEqualTo(TaxChange.State.REFUSED);
        assertThat(tax.taxpayer().tenureId()).isEqualTo(tax.tenureA);
    }

    @ParameterizedTest
    @EnumSource(What.class)
    void what_the_rules_let_through_takes_effect_whatever_is_open(What what) {
        TaxOffice tax = office(what, Act.RELEASE);
        ChangeId toB = held(tax);

        act(tax, what, toB);

        assertThat(answers(tax, toB)).singleElement().isInstanceOf(ChangeCompleted.class);
        assertThat(tax.tenures.find(tenureB)).isPresent();
        // the annulled change took effect first and is undone like any other
        assertThat(tax.change(toB).state())
                .isEqualTo(what == What.ANNULMENT ? TaxChange.State.ANNULLED : TaxChange.State.APPLIED);
        assertThat(tax.taxpayer().tenureId()).isEqualTo(what == What.ANNULMENT ? tax.tenureA : tenureB);
    }

    @ParameterizedTest
    @EnumSource(What.class)
    void what_the_rules_leave_to_an_officer_waits_until_he_looks(What what) {
        TaxOffice tax = office(what, Act.OFFICER);
        ChangeId toB = held(tax);

        act(tax, what, toB);
        assertThat(answers(tax, toB))
                .singleElement()
                .isInstanceOfSatisfying(
                        ChangeHeld.class,
                        held -> assertThat(held.blocks()).containsExactly(new Block(Block.Class.TAX_INTERNAL, 1)));
        tax.fact(tax.tenureA, FactItem.ARREARS, FactValue.NO);
        tax.night();
        assertThat(tax.change(toB).leftToOfficerBy(what.name())).isTrue();
        assertThat(tax.change(toB).gateDecides()).isFalse();
        assertThat(answers(tax, toB)).isEmpty();

        tax.decide.reevaluate(toB);

        assertThat(tax.change(toB).state()).isEqualTo(TaxChange.State.APPLIED);
        assertThat(answers(tax, toB)).singleElement().isInstanceOf(ChangeCompleted.class);
    }

    @Test
    void he_may_also_end_it() {
        TaxOffice tax = office(What.DEREGISTRATION, Act.OFFICER);
        ChangeId toB = held(tax);
        act(tax, What.DEREGISTRATION, toB);

        tax.decide.refuse(toB, "已注销");

        assertThat(tax.change(toB).state()).isEqualTo(TaxChange.State.REFUSED);
    }

    @Test
    void what_was_left_to_an_officer_for_a_deregistration_goes_back_to_the_gate_when_that_is_annulled() {
        TaxOffice tax = office(What.DEREGISTRATION, Act.OFFICER);
        ChangeId toB = held(tax);
        ChangeId gone = tax.deregistered();
        tax.heard();

        tax.annulled(gone, ChangeKind.DEREGISTRATION, tax.restored(BusinessStatus.ACTIVE, tenureB, "乙"));

        assertThat(answers(tax, toB))
                .singleElement()
                .isInstanceOfSatisfying(
                        ChangeHeld.class,
                        held -> assertThat(held.blocks()).containsExactly(new Block(Block.Class.PAY, 1)));
    }

    @Test
    void so_it_does_when_the_conversion_is_given_up() {
        TaxOffice tax = new TaxOffice();
        ChangeId toB = held(tax);
        ChangeId conversion = tax.clearanceAsked(CertificatePurpose.CONVERT, tenureB);
        assertThat(tax.change(toB).leftToOfficerBy("CONVERSION")).isTrue();
        tax.heard();

        tax.withdrawn(conversion);
        tax.fact(tax.tenureA, FactItem.ARREARS, FactValue.NO);

        assertThat(tax.change(toB).state()).isEqualTo(TaxChange.State.APPLIED);
    }

    @Test
    void what_is_let_through_on_a_tenure_that_tax_does_not_have_goes_to_an_officer() {
        TaxOffice tax = office(What.DEREGISTRATION, Act.RELEASE);
        tax.opened();
        ChangeId stray = tax.passed(TaxOffice.tenure(), tenureB, "乙");
        tax.heard();

        tax.deregistered();

        assertThat(tax.change(stray).waiting()).isTrue();
        assertThat(tax.taxpayer().registered()).isEqualTo(BusinessStatus.DEREGISTERED);
    }

    /** An office whose rules say that of the actor. */
    private static TaxOffice office(What what, Act act) {
        RuleFile bundled = RuleFile.resource(ChangeLineTable.class, "/rules/change-line.yaml");
        String text = bundled.text().replaceAll("(what: " + what + ", act: )[A-Z]+", "$1" + act);
        return new TaxOffice(new ChangeLineTable(RuleSets.load(new RuleFile(bundled.name(), text))));
    }

    private ChangeId held(TaxOffice tax) {
        tax.opened();
        tax.clean(tax.tenureA);
        tax.fact(tax.tenureA, FactItem.ARREARS, FactValue.YES);
        ChangeId toB = tax.passed(tax.tenureA, tenureB, "乙");
        tax.heard();
        return toB;
    }

    private void act(TaxOffice tax, What what, ChangeId toB) {
        switch (what) {
            case ANNULMENT ->
                tax.annulled(toB, ChangeKind.OPERATOR, tax.restored(BusinessStatus.ACTIVE, tax.tenureA, "甲"));
            case WITHDRAWAL -> tax.withdrawn(toB);
            case DEREGISTRATION -> tax.deregistered();
            case CONVERSION -> tax.clearanceAsked(CertificatePurpose.CONVERT, tenureB);
        }
    }

    private static Reason reason(What what) {
        return switch (what) {
            case ANNULMENT -> Reason.ANNULLED;
            case WITHDRAWAL -> Reason.WITHDRAWN;
            case DEREGISTRATION -> Reason.OVERTAKEN_BY_DEREGISTRATION;
            case CONVERSION -> Reason.NOT_ALLOWED;
        };
    }

    private static List<TaxEvent> answers(TaxOffice tax, ChangeId about) {
        return tax.heard().stream()
                .flatMap(event -> event instanceof TaxEvent.Answer answer ? Stream.of(answer) : Stream.of())
                .filter(answer -> answer.changeId().equals(about))
                .map(TaxEvent.class::cast)
                .toList();
    }
}
