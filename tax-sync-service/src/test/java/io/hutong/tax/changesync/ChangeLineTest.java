package io.hutong.tax.changesync;

import static org.assertj.core.api.Assertions.assertThat;

import io.hutong.events.Audience;
import io.hutong.events.Block;
import io.hutong.events.BlockingItem;
import io.hutong.events.BusinessStatus;
import io.hutong.events.ChangeKind;
import io.hutong.events.RegistrationEvent.Restored;
import io.hutong.events.Sealed;
import io.hutong.events.TaxEvent;
import io.hutong.events.TaxEvent.ChangeCompleted;
import io.hutong.events.TaxEvent.ChangeCompleted.Mode;
import io.hutong.events.TaxEvent.ChangeHeld;
import io.hutong.events.TaxEvent.ChangeReceived;
import io.hutong.events.TaxEvent.ChangeRefused;
import io.hutong.events.TaxEvent.ChangeRefused.Reason;
import io.hutong.events.TaxEvent.StatusChanged;
import io.hutong.events.TaxEvent.StatusChanged.Status;
import io.hutong.identity.ChangeId;
import io.hutong.identity.OperatorTenureId;
import io.hutong.tax.clearance.Earlier;
import io.hutong.tax.fact.FactItem;
import io.hutong.tax.fact.FactValue;
import io.hutong.tax.taxpayer.Tenure;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ChangeLineTest {
    private static final String GATE = "tax.operator-change-gate/2024.1";
    private static final String LINE = "tax.change-line/2024.2";

    private final TaxOffice tax = new TaxOffice();
    private final OperatorTenureId tenureB = TaxOffice.tenure();
    private final OperatorTenureId tenureC = TaxOffice.tenure();

    @Test
    void an_opening_makes_a_taxpayer_who_never_handled_tax() {
        ChangeId opening = tax.opened();

        assertThat(tax.heard()).containsExactly(new ChangeReceived(opening), completed(opening, Mode.AUTO));
        assertThat(tax.taxpayer().operatorName()).isEqualTo("甲");
        assertThat(tax.facts)
                .singleElement()
                .satisfies(fact -> assertThat(List.of(fact.item(), fact.value(), fact.tenureId(), fact.source()))
                        .containsExactly(FactItem.EVER_HANDLED_TAX, FactValue.NO, tax.tenureA, "SYSTEM"));
    }

    @Test
    void of_a_business_taken_over_nothing_is_known() {
        tax.loaded();

        assertThat(tax.facts).isEmpty();
    }

    @Test
    void a_new_business_that_owes_tax_does_not_pass_on_though_nobody_stated_that_it_handled_tax() {
        tax.opened();
        tax.fact(tax.tenureA, FactItem.ARREARS, FactValue.YES);
        tax.heard();

        ChangeId change = tax.passed(tax.tenureA, tenureB, "乙");

        assertThat(tax.change(change).waiting()).isTrue();
        assertThat(tax.change(change).progress().hold())
                .satisfies(hold -> assertThat(hold.blocks()).contains(new Block(Block.Class.PAY, 1)));
        assertThat(tax.taxpayer().operatorName()).isEqualTo("甲");
    }

    @Test
    void the_next_operator_does_not_inherit_that_the_former_one_was_non_normal() {
        tax.opened();
        tax.fact(tax.tenureA, FactItem.NON_NORMAL, FactValue.YES);
        ChangeId change = tax.passed(tax.tenureA, tenureB, "乙");
        assertThat(tax.change(change).progress().hold())
                .satisfies(hold -> assertThat(hold.blocks()).contains(new Block(Block.Class.FILE, 1)));
        tax.clean(tax.tenureA);

        assertThat(tax.taxpayer().operatorName()).isEqualTo("乙");
        assertThat(tax.taxpayer().standing().status()).isEqualTo(Status.NORMAL);
    }

    @Test
    void a_business_that_never_handled_tax_passes_to_another_operator_at_once() {
        tax.opened();
        tax.heard();

        ChangeId change = tax.passed(tax.tenureA, tenureB, "乙");

        assertThat(tax.heard()).containsExactly(new ChangeReceived(change), completed(change, Mode.IMMEDIATE));
        assertThat(tax.taxpayer().tenureId()).isEqualTo(tenureB);
        assertThat(tax.tenures.of(tax.biz)).extracting(Tenure::to).containsExactly(tax.today(), null);
        assertThat(tax.facts.get(1).tenureId()).isEqualTo(tenureB);
    }

    @Test
    void a_held_change_says_classes_and_counts_and_completes_by_itself_with_the_last_item() {
        opened(FactItem.ARREARS, FactItem.UNDER_INSPECTION);
        tax.fact(tax.tenureA, FactItem.INVOICE_EVER_ISSUED, FactValue.YES);
        tax.fact(tax.tenureA, FactItem.DEVICES_CANCELLED, FactValue.NOT_APPLICABLE);

        ChangeId change = tax.passed(tax.tenureA, tenureB, "乙");
        assertThat(tax.heard())
                .containsExactly(
                        new ChangeReceived(change),
                        held(
                                change,
                                List.of(
                                        new Block(Block.Class.PAY, 1),
                                        new Block(Block.Class.HAND_IN, 1),
                                        new Block(Block.Class.TAX_INTERNAL, 1)),
                                "BLK_INSPECTION",
                                "BLK_ARREARS",
                                "BLK_INVOICE"));
        assertThat(tax.taxpayer().operatorName()).isEqualTo("甲");

        tax.fact(tax.tenureA, FactItem.INVOICES_CANCELLED, FactValue.YES);
        tax.fact(tax.tenureA, FactItem.UNDER_INSPECTION, FactValue.NO);
        assertThat(tax.heard()).hasSize(2).allMatch(ChangeHeld.class::isInstance);
        tax.fact(tax.tenureA, FactItem.ARREARS, FactValue.NO);

        assertThat(tax.heard()).containsExactly(completed(change, Mode.AFTER_CLEARANCE));
        assertThat(tax.taxpayer().operatorName()).isEqualTo("乙");
    }

    @Test
    void the_moment_of_release_lies_between_the_hold_and_the_end_and_what_never_waited_has_none() {
        opened(FactItem.ARREARS);
        ChangeId change = tax.passed(tax.tenureA, tenureB, "乙");
        Instant held = tax.now();
        tax.fact(tax.tenureA, FactItem.ARREARS, FactValue.NO);
        ChangeId next = tax.passed(tenureB, tenureC, "丙");

        assertThat(tax.said.stream().filter(ChangeCompleted.class::isInstance).map(ChangeCompleted.class::cast))
                .satisfiesExactly(
                        done -> {
                            assertThat(done.changeId()).isEqualTo(change);
                            assertThat(done.releasedAt()).isBetween(held, tax.now());
                        },
                        done -> {
                            assertThat(done.changeId()).isEqualTo(next);
                            assertThat(done.releasedAt()).isNull();
                        });
    }

    @Test
    void a_hold_is_stated_again_only_when_classes_or_counts_change() {
        opened(FactItem.ARREARS);
        ChangeId change = tax.passed(tax.tenureA, tenureB, "乙");
        tax.heard();

        tax.fact(tax.tenureA, FactItem.ARREARS, FactValue.YES);
        tax.night();
        assertThat(tax.heard()).isEmpty();

        tax.fact(tax.tenureA, FactItem.FINES, FactValue.YES);
        assertThat(tax.heard())
                .containsExactly(held(change, List.of(new Block(Block.Class.PAY, 2)), "BLK_ARREARS", "BLK_FINE"));
    }

    @Test
    void unknown_facts_hold_as_pending_data() {
        tax.loaded();
        tax.heard();

        ChangeId change = tax.passed(tax.tenureA, tenureB, "乙");

        ChangeHeld held = (ChangeHeld) tax.heard().get(1);
        assertThat(held.changeId()).isEqualTo(change);
        assertThat(held.blocks()).containsExactly(new Block(Block.Class.PENDING_DATA, 17));
    }

    @Test
    void facts_of_another_tenure_do_not_count() {
        opened(FactItem.ARREARS);
        tax.passed(tax.tenureA, tenureB, "乙");
        tax.fact(tax.tenureA, FactItem.ARREARS, FactValue.NO);
        tax.fact(tax.tenureA, FactItem.ARREARS, FactValue.YES);
        tax.heard();

        ChangeId next = tax.passed(tenureB, tenureC, "丙");

        assertThat(tax.heard()).containsExactly(new ChangeReceived(next), completed(next, Mode.IMMEDIATE));
    }

    @Test
    void who_must_act_on_an_earlier_change_is_whoever_clears_the_one_at_the_head_of_the_line() {
        opened(FactItem.ARREARS);
        tax.fact(tax.tenureA, FactItem.UNDER_INSPECTION, FactValue.YES);
        ChangeId toB = tax.passed(tax.tenureA, tenureB, "乙");
        ChangeId toC = tax.passed(tenureB, tenureC, "丙");
        ChangeId toD = tax.passed(tenureC, new OperatorTenureId(UUID.randomUUID()), "丁");

        assertThat(tax.before.of(tax.change(toB).progress().hold())).isNull();
        assertThat(tax.before.of(tax.change(toC).progress().hold()))
                .isEqualTo(new Earlier(toB, List.of("TAXPAYER", "TAX_INSPECTOR")));
        assertThat(tax.before.of(tax.change(toD).progress().hold()))
                .isEqualTo(new Earlier(toB, List.of("TAXPAYER", "TAX_INSPECTOR")));
    }

    @Test
    void a_second_operator_waits_behind_the_first_while_a_new_name_applies_at_once() {
        opened(FactItem.ARREARS);
        ChangeId toB = tax.passed(tax.tenureA, tenureB, "乙");
        tax.heard();

        ChangeId toC = tax.passed(tenureB, tenureC, "丙");
        ChangeId name = tax.named("新名");

        assertThat(tax.heard())
                .containsExactly(
                        new ChangeReceived(toC),
                        new ChangeHeld(toC, List.of(new Block(Block.Class.BEHIND_EARLIER, 1, toB)), null, LINE),
                        new ChangeReceived(name),
                        completed(name, Mode.AUTO));
        assertThat(tax.taxpayer().name()).isEqualTo("新名");

        tax.fact(tax.tenureA, FactItem.ARREARS, FactValue.NO);

        assertThat(tax.heard())
                .containsExactly(completed(toB, Mode.AFTER_CLEARANCE), completed(toC, Mode.AFTER_CLEARANCE));
        assertThat(tax.taxpayer().tenureId()).isEqualTo(tenureC);
    }

    @Test
    void annulment_of_the_first_cancels_it_and_puts_the_second_to_the_gate_of_the_tenure_that_tax_still_has() {
        opened(FactItem.ARREARS);
        ChangeId toB = tax.passed(tax.tenureA, tenureB, "乙");
        ChangeId toC = tax.passed(tenureB, tenureC, "丙");
        tax.heard();

        ChangeId annulment = tax.annulled(toB, ChangeKind.OPERATOR, tax.restored(BusinessStatus.ACTIVE, tenureC, "丙"));

        assertThat(tax.heard())
                .containsExactly(
                        new ChangeReceived(annulment),
                        refused(toB, Reason.ANNULLED),
                        completed(annulment, Mode.AUTO),
                        held(toC, List.of(new Block(Block.Class.PAY, 1)), "BLK_ARREARS"));
        tax.fact(tax.tenureA, FactItem.ARREARS, FactValue.NO);
        assertThat(tax.heard()).containsExactly(completed(toC, Mode.AFTER_CLEARANCE));
        assertThat(tax.taxpayer().tenureId()).isEqualTo(tenureC);
    }

    @Test
    void a_second_operator_whom_the_register_does_not_keep_is_left_for_an_officer() {
        opened(FactItem.ARREARS);
        ChangeId toB = tax.passed(tax.tenureA, tenureB, "乙");
        ChangeId toC = tax.passed(tenureB, tenureC, "丙");

        tax.annulled(toB, ChangeKind.OPERATOR, tax.restored(BusinessStatus.ACTIVE, tax.tenureA, "甲"));
        tax.fact(tax.tenureA, FactItem.ARREARS, FactValue.NO);
        tax.heard();

        assertThat(tax.taxpayer().tenureId()).isEqualTo(tax.tenureA);
        assertThat(tax.change(toC).progress().hold())
                .satisfies(hold -> assertThat(hold.blocks()).containsExactly(new Block(Block.Class.TAX_INTERNAL, 1)));
        tax.decide.refuse(toC, "原经营者变更已撤销");
        assertThat(tax.heard()).containsExactly(new ChangeRefused(toC, Reason.NOT_ALLOWED, TaxEvent.OFFICER_DECISION));
    }

    @Test
    void deregistration_overtakes_what_waits() {
        opened(FactItem.ARREARS);
        ChangeId toB = tax.passed(tax.tenureA, tenureB, "乙");
        tax.heard();

        ChangeId gone = tax.deregistered();

        assertThat(tax.heard())
                .containsExactly(
                        new ChangeReceived(gone),
                        new ChangeRefused(toB, Reason.OVERTAKEN_BY_DEREGISTRATION, "business deregistered"),
                        new StatusChanged(Status.DEREGISTERED, tax.today()),
                        completed(gone, Mode.AUTO));
        assertThat(tax.taxpayer().registered()).isEqualTo(BusinessStatus.DEREGISTERED);
    }

    @Test
    void annulment_of_a_deregistration_restores_the_taxpayer_and_what_it_had_overtaken() {
        opened(FactItem.ARREARS);
        ChangeId toB = tax.passed(tax.tenureA, tenureB, "乙");
        ChangeId gone = tax.deregistered();
        tax.heard();

        ChangeId annulment =
                tax.annulled(gone, ChangeKind.DEREGISTRATION, tax.restored(BusinessStatus.ACTIVE, tenureB, "乙"));

        assertThat(tax.heard())
                .containsExactly(
                        new ChangeReceived(annulment),
                        new StatusChanged(Status.NORMAL, tax.today()),
                        completed(annulment, Mode.AUTO),
                        held(toB, List.of(new Block(Block.Class.PAY, 1)), "BLK_ARREARS"));
        assertThat(tax.taxpayer().registered()).isEqualTo(BusinessStatus.ACTIVE);
    }

    @Test
    void annulment_of_an_operator_who_took_over_gives_the_business_back() {
        tax.opened();
        ChangeId toB = tax.passed(tax.tenureA, tenureB, "乙");

        tax.annulled(toB, ChangeKind.OPERATOR, tax.restored(BusinessStatus.ACTIVE, tax.tenureA, "甲"));

        assertThat(tax.taxpayer().tenureId()).isEqualTo(tax.tenureA);
        assertThat(tax.taxpayer().operatorName()).isEqualTo("甲");
        assertThat(tax.tenures.of(tax.biz)).extracting(Tenure::annulled).containsExactly(false, true);
        assertThat(tax.change(toB).state()).isEqualTo(TaxChange.State.ANNULLED);
    }

    @Test
    void annulment_of_a_name_restores_the_name_and_leaves_what_waits() {
        opened(FactItem.ARREARS);
        Restored before = tax.restored(BusinessStatus.ACTIVE, tenureB, "乙");
        ChangeId name = tax.named("新名");
        tax.passed(tax.tenureA, tenureB, "乙");

        tax.annulled(name, ChangeKind.FACTS, before);

        assertThat(tax.taxpayer().name()).isEqualTo(before.name());
        assertThat(tax.taxpayer().tenureId()).isEqualTo(tax.tenureA);
    }

    @Test
    void annulment_of_the_registration_ends_everything_that_waits() {
        opened(FactItem.ARREARS);
        ChangeId toB = tax.passed(tax.tenureA, tenureB, "乙");
        tax.heard();

        tax.annulled(
                new ChangeId(UUID.randomUUID()),
                ChangeKind.OPENING,
                tax.restored(BusinessStatus.REGISTRATION_ANNULLED, tax.tenureA, "甲"));

        assertThat(tax.heard()).contains(refused(toB, Reason.ANNULLED));
        assertThat(tax.taxpayer().registered()).isEqualTo(BusinessStatus.REGISTRATION_ANNULLED);
    }

    @Test
    void what_a_deregistration_had_overtaken_and_the_register_annulled_since_does_not_come_back_with_it() {
        opened(FactItem.ARREARS);
        ChangeId toB = tax.passed(tax.tenureA, tenureB, "乙");
        ChangeId gone = tax.deregistered();
        tax.annulled(toB, ChangeKind.OPERATOR, tax.restored(BusinessStatus.DEREGISTERED, tax.tenureA, "甲"));

        tax.annulled(gone, ChangeKind.DEREGISTRATION, tax.restored(BusinessStatus.ACTIVE, tax.tenureA, "甲"));
        tax.fact(tax.tenureA, FactItem.ARREARS, FactValue.NO);

        assertThat(tax.change(toB).state()).isEqualTo(TaxChange.State.ANNULLED);
        assertThat(tax.taxpayer().registered()).isEqualTo(BusinessStatus.ACTIVE);
        assertThat(tax.taxpayer().tenureId()).isEqualTo(tax.tenureA);
    }

    @Test
    void after_two_annulled_operators_the_business_goes_back_to_the_one_before_both() {
        tax.opened();
        ChangeId toB = tax.passed(tax.tenureA, tenureB, "乙");
        ChangeId toC = tax.passed(tenureB, tenureC, "丙");
        tax.annulled(toB, ChangeKind.OPERATOR, tax.restored(BusinessStatus.ACTIVE, tenureC, "丙"));

        tax.annulled(toC, ChangeKind.OPERATOR, tax.restored(BusinessStatus.ACTIVE, tax.tenureA, "甲"));

        assertRunByAAlone();
    }

    @Test
    void so_it_does_when_tax_does_not_have_the_operator_whom_the_register_restores() {
        tax.opened();
        ChangeId toB = tax.passed(tax.tenureA, tenureB, "乙");
        ChangeId toC = tax.passed(tenureB, tenureC, "丙");
        tax.annulled(toB, ChangeKind.OPERATOR, tax.restored(BusinessStatus.ACTIVE, tenureC, "丙"));

        tax.annulled(toC, ChangeKind.OPERATOR, tax.restored(BusinessStatus.ACTIVE, TaxOffice.tenure(), "丁"));

        assertRunByAAlone();
    }

    private void assertRunByAAlone() {
        assertThat(tax.taxpayer().tenureId()).isEqualTo(tax.tenureA);
        assertThat(tax.taxpayer().operatorName()).isEqualTo("甲");
        assertThat(tax.tenures.of(tax.biz)).extracting(Tenure::annulled).containsExactly(false, true, true);
        assertThat(tax.tenures.require(tax.tenureA).to()).isNull();
    }

    @Test
    void annulment_of_a_name_does_not_bring_a_later_one_that_still_waits() {
        tax.opened();
        ChangeId second = tax.named("第二");
        tax.fact(tax.tenureA, FactItem.NON_NORMAL, FactValue.YES);
        ChangeId third = tax.named("第三");
        Restored now = tax.restored(BusinessStatus.ACTIVE, tax.tenureA, "甲");

        tax.annulled(
                second,
                ChangeKind.FACTS,
                new Restored(
                        now.status(), "第三", now.scope(), now.premises(), now.tenureId(), now.operatorName(), null));

        assertThat(tax.change(third).waiting()).isTrue();
        assertThat(tax.taxpayer().name()).isNotEqualTo("第三");
        tax.fact(tax.tenureA, FactItem.NON_NORMAL, FactValue.NO);
        assertThat(tax.taxpayer().name()).isEqualTo("第三");
    }

    @Test
    void a_business_that_fails_at_night_does_not_stop_the_others() {
        opened(FactItem.ARREARS);
        ChangeId toB = tax.passed(tax.tenureA, tenureB, "乙");
        tax.changes.add(tax.strayBefore(tax.change(toB)));
        tax.factUnheard(tax.tenureA, FactItem.ARREARS, FactValue.NO);
        tax.heard();

        tax.night();

        assertThat(tax.heard()).contains(completed(toB, Mode.AFTER_CLEARANCE));
    }

    @Test
    void a_withdrawn_change_ends_and_what_stood_behind_it_moves() {
        opened(FactItem.ARREARS);
        ChangeId toB = tax.passed(tax.tenureA, tenureB, "乙");
        tax.heard();

        tax.withdrawn(toB);

        assertThat(tax.heard()).containsExactly(new ChangeRefused(toB, Reason.WITHDRAWN, "application withdrawn"));
    }

    @Test
    void changes_of_a_non_normal_taxpayer_wait_and_are_applied_in_order_when_it_is_normal_again() {
        tax.opened();
        tax.fact(tax.tenureA, FactItem.NON_NORMAL, FactValue.YES);
        tax.heard();

        ChangeId first = tax.named("第一");
        ChangeId second = tax.named("第二");
        ChangeId pause = tax.suspended(tax.today().plusDays(90));

        assertThat(tax.heard())
                .containsExactly(
                        new ChangeReceived(first),
                        heldByLine(first, new Block(Block.Class.FILE, 1), "BLK_OTHER.NON_NORMAL"),
                        new ChangeReceived(second),
                        heldByLine(second, new Block(Block.Class.FILE, 1), "BLK_OTHER.NON_NORMAL"),
                        new ChangeReceived(pause),
                        completed(pause, Mode.AUTO));
        tax.sleep(Duration.ofDays(3));

        tax.fact(tax.tenureA, FactItem.NON_NORMAL, FactValue.NO);

        assertThat(tax.heard())
                .containsExactly(
                        new StatusChanged(Status.NORMAL, tax.today()),
                        completed(first, Mode.AFTER_CLEARANCE),
                        completed(second, Mode.AFTER_CLEARANCE));
        assertThat(tax.taxpayer().name()).isEqualTo("第二");
        assertThat(tax.taxpayer().registered()).isEqualTo(BusinessStatus.SUSPENDED);
    }

    @Test
    void a_new_name_of_an_operator_who_is_not_current_yet_waits_for_him() {
        opened(FactItem.FINES);
        ChangeId toB = tax.passed(tax.tenureA, tenureB, "乙");
        ChangeId renamed = tax.renamed(tenureB, "乙二");
        tax.heard();

        tax.fact(tax.tenureA, FactItem.FINES, FactValue.NO);

        assertThat(tax.heard())
                .containsExactly(completed(toB, Mode.AFTER_CLEARANCE), completed(renamed, Mode.AFTER_CLEARANCE));
        assertThat(tax.taxpayer().operatorName()).isEqualTo("乙二");
    }

    @Test
    void a_change_taken_twice_is_answered_once() {
        ChangeId opening = tax.opened();
        tax.heard();

        tax.take.handle(tax.change(opening), tax.receipts());

        assertThat(tax.heard()).isEmpty();
    }

    /** A taxpayer whose every fact is known and fine but for these. */
    private void opened(FactItem... open) {
        tax.opened();
        tax.clean(tax.tenureA);
        for (FactItem item : open) {
            tax.fact(tax.tenureA, item, FactValue.YES);
        }
        tax.heard();
    }

    private static TaxEvent completed(ChangeId change, Mode mode) {
        return new ChangeCompleted(change, mode, 0, null);
    }

    private static TaxEvent refused(ChangeId change, Reason reason) {
        return new ChangeRefused(change, reason, "change annulled by the register");
    }

    private TaxEvent held(ChangeId change, List<Block> blocks, String... codes) {
        return new ChangeHeld(change, blocks, sealed(codes), GATE);
    }

    private TaxEvent heldByLine(ChangeId change, Block block, String... codes) {
        return new ChangeHeld(change, List.of(block), sealed(codes), LINE);
    }

    private Sealed<BlockingItem.Items> sealed(String... codes) {
        List<BlockingItem> items =
                List.of(codes).stream().map(ChangeLineTest::item).toList();
        return Sealed.under(tax.tenureA, Audience.TAX_DETAIL, new BlockingItem.Items(items, List.of()));
    }

    private static BlockingItem item(String code) {
        return switch (code) {
            case "BLK_INSPECTION" -> new BlockingItem(code, Block.Class.TAX_INTERNAL, "TAX_INSPECTOR");
            case "BLK_INVOICE" -> new BlockingItem(code, Block.Class.HAND_IN, "TAXPAYER");
            case "BLK_OTHER.NON_NORMAL" -> new BlockingItem(code, Block.Class.FILE, "TAXPAYER");
            default -> new BlockingItem(code, Block.Class.PAY, "TAXPAYER");
        };
    }
}
