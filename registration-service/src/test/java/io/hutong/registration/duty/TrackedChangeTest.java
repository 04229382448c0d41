package io.hutong.registration.duty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.hutong.events.Agency;
import io.hutong.events.Block;
import io.hutong.events.ChangeKind;
import io.hutong.events.OperatorChangeKind;
import io.hutong.events.Regime;
import io.hutong.events.TaxEvent.ChangeCompleted;
import io.hutong.events.TaxEvent.ChangeCompleted.Mode;
import io.hutong.events.TaxEvent.ChangeRefused.Reason;
import io.hutong.identity.BizId;
import io.hutong.identity.CertificateId;
import io.hutong.identity.ChangeId;
import io.hutong.registration.duty.TimelineEntry.Step;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TrackedChangeTest {
    private static final Instant AT = Instant.parse("2026-11-24T01:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 24);
    private static final LocalDate DUE = LocalDate.of(2026, 12, 8);
    private static final List<Duty> OWED = List.of(Duty.owed(Agency.TAX, AT, DUE));
    private static final List<Block> TWO =
            List.of(new Block(Block.Class.PAY, 1), new Block(Block.Class.TAX_INTERNAL, 1));
    private static final List<Block> ONE = List.of(new Block(Block.Class.PAY, 1));
    private static final List<Block> INTERNAL = List.of(new Block(Block.Class.TAX_INTERNAL, 1));
    private static final CertificateId CERTIFICATE = new CertificateId(UUID.randomUUID());
    private static final Block FILE = new Block(Block.Class.FILE, 1);
    private static final TrackedChange.Subject SUBJECT = new TrackedChange.Subject(
            new ChangeId(UUID.randomUUID()),
            new BizId(UUID.randomUUID()),
            ChangeKind.OPERATOR,
            OperatorChangeKind.FAMILY_INTERNAL,
            Regime.POST_SYNC);

    private final TrackedChange registered =
            TrackedChange.registered(SUBJECT, DAY, List.of(Duty.owed(Agency.TAX, AT, DUE)), AT);

    @Test
    void an_owing_agency_is_awaited_until_it_completes() {
        TrackedChange received = registered.received(Agency.TAX, AT.plusSeconds(1));
        TrackedChange completed = received.completed(Agency.TAX, done(Mode.IMMEDIATE), AT.plusSeconds(2));

        assertThat(registered.state()).isEqualTo(ChangeState.REGISTERED);
        assertThat(registered.openPoints(id -> Optional.empty(), DAY))
                .containsExactly(new OpenPoint("TAX", "RECEIVE", 1, AT));
        assertThat(received.openPoints(id -> Optional.empty(), DAY))
                .containsExactly(new OpenPoint("TAX", "COMPLETE", 1, AT.plusSeconds(1)));
        assertThat(completed.state()).isEqualTo(ChangeState.FINISHED);
        assertThat(completed.openPoints(id -> Optional.empty(), DAY)).isEmpty();
        assertThat(steps(completed)).containsExactly(Step.REGISTERED, Step.RECEIVED, Step.COMPLETED);
        assertThat(completed.duties())
                .containsExactly(new Duty(Agency.TAX, Duty.State.COMPLETED, AT.plusSeconds(2), DUE, List.of(), ""));
    }

    @Test
    void what_a_deregistration_overtook_waits_again_once_that_is_annulled() {
        TrackedChange overtaken = registered
                .held(Agency.TAX, ONE, AT.plusSeconds(1))
                .refused(Agency.TAX, Reason.OVERTAKEN_BY_DEREGISTRATION, AT.plusSeconds(2));
        TrackedChange again = overtaken.held(Agency.TAX, ONE, AT.plusSeconds(3));
        TrackedChange completed = again.completed(Agency.TAX, done(Mode.AFTER_CLEARANCE), AT.plusSeconds(4));

        assertThat(overtaken.state()).isEqualTo(ChangeState.FINISHED);
        assertThat(overtaken.divergent()).isFalse();
        assertThat(again.state()).isEqualTo(ChangeState.REGISTERED);
        assertThat(again.divergent()).isTrue();
        assertThat(again.openPoints(id -> Optional.empty(), DAY))
                .containsExactly(new OpenPoint("BIZ", "PAY", 1, AT.plusSeconds(3)));
        assertThat(completed.state()).isEqualTo(ChangeState.FINISHED);
        assertThat(steps(completed))
                .containsExactly(
                        Step.REGISTERED,
                        Step.HELD,
                        Step.TAX_DIVERGENT,
                        Step.REFUSED,
                        Step.RESTORED,
                        Step.HELD,
                        Step.TAX_DIVERGENT,
                        Step.RELEASED,
                        Step.COMPLETED);
    }

    @Test
    void what_was_overtaken_may_also_be_done_at_once() {
        TrackedChange overtaken = registered.refused(Agency.TAX, Reason.OVERTAKEN_BY_DEREGISTRATION, AT.plusSeconds(1));

        assertThat(steps(overtaken.completed(Agency.TAX, done(Mode.AUTO), AT.plusSeconds(2))))
                .containsExactly(Step.REGISTERED, Step.REFUSED, Step.RESTORED, Step.COMPLETED);
    }

    @Test
    void the_moment_of_release_is_the_one_that_the_agency_says() {
        TrackedChange held = registered.held(Agency.TAX, ONE, AT.plusSeconds(1));
        var receipt = new ChangeCompleted(SUBJECT.changeId(), Mode.AFTER_CLEARANCE, 0, AT.plusSeconds(2));

        assertThat(held.completed(Agency.TAX, receipt, AT.plusSeconds(3)).news())
                .endsWith(
                        new TimelineEntry(AT.plusSeconds(2), Agency.TAX, Step.RELEASED, ""),
                        new TimelineEntry(AT.plusSeconds(3), Agency.TAX, Step.COMPLETED, "AFTER_CLEARANCE"));
    }

    @Test
    void a_held_change_diverges_until_it_is_released() {
        TrackedChange held = registered.received(Agency.TAX, AT).held(Agency.TAX, TWO, AT.plusSeconds(1));
        TrackedChange fewer = held.held(Agency.TAX, ONE, AT.plusSeconds(2));
        TrackedChange released = fewer.completed(Agency.TAX, done(Mode.AFTER_CLEARANCE), AT.plusSeconds(3));

        assertThat(held.divergent()).isTrue();
        assertThat(held.openPoints(id -> Optional.empty(), DAY))
                .containsExactly(
                        new OpenPoint("BIZ", "PAY", 1, AT.plusSeconds(1)),
                        new OpenPoint("TAX", "TAX_INTERNAL", 1, AT.plusSeconds(1)));
        assertThat(fewer.openPoints(id -> Optional.empty(), DAY))
                .containsExactly(new OpenPoint("BIZ", "PAY", 1, AT.plusSeconds(1)));
        assertThat(released.divergent()).isFalse();
        assertThat(released.state()).isEqualTo(ChangeState.FINISHED);
        assertThat(steps(released))
                .containsExactly(
                        Step.REGISTERED,
                        Step.RECEIVED,
                        Step.HELD,
                        Step.TAX_DIVERGENT,
                        Step.ITEM_CLEARED,
                        Step.RELEASED,
                        Step.COMPLETED);
    }

    @Test
    void a_class_that_blocks_without_a_gap_keeps_the_moment_since_when_it_does() {
        TrackedChange held = registered.held(Agency.TAX, ONE, AT.plusSeconds(1));
        TrackedChange more = held.held(Agency.TAX, TWO, AT.plusSeconds(2));
        TrackedChange gap = more.held(Agency.TAX, INTERNAL, AT.plusSeconds(3));
        TrackedChange again = gap.held(Agency.TAX, TWO, AT.plusSeconds(4));

        assertThat(more.openPoints(id -> Optional.empty(), DAY))
                .containsExactly(
                        new OpenPoint("BIZ", "PAY", 1, AT.plusSeconds(1)),
                        new OpenPoint("TAX", "TAX_INTERNAL", 1, AT.plusSeconds(2)));
        assertThat(again.openPoints(id -> Optional.empty(), DAY))
                .containsExactly(
                        new OpenPoint("BIZ", "PAY", 1, AT.plusSeconds(4)),
                        new OpenPoint("TAX", "TAX_INTERNAL", 1, AT.plusSeconds(2)));
        assertThat(again.duties())
                .extracting(Duty::state, Duty::since)
                .containsExactly(tuple(Duty.State.HELD, AT.plusSeconds(1)));
    }

    @Test
    void so_does_a_class_that_blocks_a_clearance() {
        TrackedChange held = TrackedChange.awaitingClearance(SUBJECT, OWED, AT)
                .clearanceHeld(ONE, AT.plusSeconds(1))
                .clearanceHeld(TWO, AT.plusSeconds(2));

        assertThat(held.openPoints(id -> Optional.empty(), DAY))
                .containsExactly(
                        new OpenPoint("BIZ", "PAY", 1, AT.plusSeconds(1)),
                        new OpenPoint("TAX", "TAX_INTERNAL", 1, AT.plusSeconds(2)));
        assertThat(held.news())
                .endsWith(
                        new TimelineEntry(AT.plusSeconds(2), Agency.TAX, Step.CLEARANCE_HELD, "PAY 1, TAX_INTERNAL 1"));
    }

    @Test
    void the_timeline_names_what_was_cleared() {
        TrackedChange held = registered.held(Agency.TAX, List.of(new Block(Block.Class.PAY, 3), FILE), AT);

        assertThat(told(held, held.held(Agency.TAX, ONE, AT)))
                .containsExactly(new TimelineEntry(AT, Agency.TAX, Step.ITEM_CLEARED, "PAY 2, FILE 1"));
    }

    @Test
    void what_something_else_came_in_place_of_is_not_told_as_cleared() {
        TrackedChange held = registered.held(Agency.TAX, List.of(FILE), AT);

        assertThat(told(held, held.held(Agency.TAX, TWO, AT)))
                .containsExactly(new TimelineEntry(AT, Agency.TAX, Step.HELD, "PAY 1, TAX_INTERNAL 1"));
    }

    @Test
    void nothing_is_told_as_cleared_when_nothing_was() {
        TrackedChange held = registered.held(Agency.TAX, ONE, AT);

        assertThat(told(held, held.held(Agency.TAX, TWO, AT)))
                .containsExactly(new TimelineEntry(AT, Agency.TAX, Step.HELD, "PAY 1, TAX_INTERNAL 1"));
        assertThat(told(held, held.held(Agency.TAX, ONE, AT)))
                .containsExactly(new TimelineEntry(AT, Agency.TAX, Step.HELD, "PAY 1"));
    }

    @Test
    void behind_an_earlier_change_those_must_act_who_must_act_on_that() {
        ChangeId first = new ChangeId(UUID.randomUUID());
        TrackedChange earlier = registered.held(Agency.TAX, TWO, AT);
        TrackedChange held = registered.held(
                Agency.TAX, List.of(new Block(Block.Class.BEHIND_EARLIER, 1, first)), AT.plusSeconds(1));

        assertThat(held.openPoints(id -> id.equals(first) ? Optional.of(earlier) : Optional.empty(), DAY))
                .containsExactly(
                        new OpenPoint("BIZ", "BEHIND_EARLIER", 1, AT.plusSeconds(1), first),
                        new OpenPoint("TAX", "BEHIND_EARLIER", 1, AT.plusSeconds(1), first));
        assertThat(held.openPoints(id -> Optional.empty(), DAY))
                .containsExactly(new OpenPoint("TAX", "BEHIND_EARLIER", 1, AT.plusSeconds(1), first));
    }

    @Test
    void earlier_changes_that_wait_for_each_other_or_are_of_another_business_are_not_followed() {
        ChangeId itself = SUBJECT.changeId();
        ChangeId other = new ChangeId(UUID.randomUUID());
        TrackedChange circle = registered.held(
                Agency.TAX, List.of(new Block(Block.Class.BEHIND_EARLIER, 1, itself)), AT.plusSeconds(1));
        var elsewhere = new TrackedChange.Subject(
                other, new BizId(UUID.randomUUID()), SUBJECT.kind(), SUBJECT.operatorKind(), SUBJECT.regime());
        TrackedChange foreign = TrackedChange.registered(elsewhere, DAY, List.of(Duty.owed(Agency.HRSS, AT, DUE)), AT);
        TrackedChange astray = registered.held(
                Agency.TAX, List.of(new Block(Block.Class.BEHIND_EARLIER, 1, other)), AT.plusSeconds(1));

        assertThat(circle.openPoints(id -> Optional.of(circle), DAY))
                .containsExactly(new OpenPoint("TAX", "BEHIND_EARLIER", 1, AT.plusSeconds(1), itself));
        assertThat(astray.openPoints(id -> Optional.of(foreign), DAY))
                .containsExactly(new OpenPoint("TAX", "BEHIND_EARLIER", 1, AT.plusSeconds(1), other));
    }

    @Test
    void of_two_agencies_both_must_answer() {
        TrackedChange two = TrackedChange.registered(
                SUBJECT, DAY, List.of(Duty.owed(Agency.TAX, AT, DUE), Duty.owed(Agency.HRSS, AT, DUE)), AT);
        TrackedChange half = two.completed(Agency.TAX, done(Mode.AUTO), AT);

        assertThat(half.state()).isEqualTo(ChangeState.REGISTERED);
        assertThat(half.completed(Agency.HRSS, done(Mode.AUTO), AT).state()).isEqualTo(ChangeState.FINISHED);
    }

    @Test
    void a_change_that_nobody_owes_an_answer_to_is_finished_at_once() {
        assertThat(TrackedChange.registered(SUBJECT, DAY, List.of(), AT).state())
                .isEqualTo(ChangeState.FINISHED);
    }

    @ParameterizedTest
    @EnumSource(Reason.class)
    void a_refusal_finishes_and_diverges_where_the_record_was_left_behind(Reason reason) {
        TrackedChange refused = registered.refused(Agency.TAX, reason, AT);

        assertThat(refused.state()).isEqualTo(ChangeState.FINISHED);
        boolean leftBehind = reason == Reason.SKIPPED || reason == Reason.NOT_ALLOWED;
        assertThat(refused.divergent()).isEqualTo(leftBehind);
        assertThat(steps(refused).contains(Step.TAX_DIVERGENT)).isEqualTo(leftBehind);
        assertThat(refused.openPoints(id -> Optional.empty(), DAY))
                .isEqualTo(leftBehind ? List.of(new OpenPoint("AMR", "ANNUL_OR_CORRECT", 1, AT)) : List.of());
        assertThat(refused.annulled("决定1号", AT).openPoints(id -> Optional.empty(), DAY))
                .isEmpty();
    }

    @Test
    void what_has_ended_is_not_held_again() {
        TrackedChange done =
                registered.completed(Agency.TAX, done(Mode.AUTO), AT).held(Agency.TAX, ONE, AT);

        assertThat(done.state()).isEqualTo(ChangeState.FINISHED);
        assertThat(done.divergent()).isFalse();
        assertThat(steps(done)).containsExactly(Step.REGISTERED, Step.COMPLETED, Step.HELD);
    }

    @Test
    void an_annulled_change_waits_only_for_the_answers_still_owed() {
        TrackedChange annulled = registered.held(Agency.TAX, ONE, AT).annulled("决定1号", AT.plusSeconds(9));

        assertThat(annulled.state()).isEqualTo(ChangeState.ANNULLED);
        assertThat(annulled.divergent()).isFalse();
        assertThat(annulled.openPoints(id -> Optional.empty(), DAY)).hasSize(1);
        TrackedChange answered = annulled.refused(Agency.TAX, Reason.ANNULLED, AT.plusSeconds(10));
        assertThat(answered.state()).isEqualTo(ChangeState.ANNULLED);
        assertThat(answered.openPoints(id -> Optional.empty(), DAY)).isEmpty();
    }

    @Test
    void an_application_waits_for_tax_and_then_goes_on_or_ends() {
        TrackedChange waiting = TrackedChange.awaitingClearance(SUBJECT, OWED, AT);
        TrackedChange held = waiting.clearanceHeld(TWO, AT.plusSeconds(1));

        assertThat(waiting.openPoints(id -> Optional.empty(), DAY))
                .containsExactly(new OpenPoint("TAX", "CLEAR", 1, AT));
        assertThat(held.waiting()).isTrue();
        assertThat(held.openPoints(id -> Optional.empty(), DAY)).hasSize(2);
        var refusal = new Clearance(Clearance.State.REFUSED, AT.plusSeconds(2), List.of(), null, null);
        TrackedChange refused = held.cleared(refusal, Step.REFUSED, "");
        assertThat(refused.state()).isEqualTo(ChangeState.REFUSED);
        assertThat(refused.openPoints(id -> Optional.empty(), DAY)).isEmpty();
        TrackedChange withdrawn = held.withdrawn("不办了", AT);
        assertThat(withdrawn.state()).isEqualTo(ChangeState.WITHDRAWN);
        assertThat(withdrawn.openPoints(id -> Optional.empty(), DAY)).isEmpty();
        assertThat(withdrawn.standingClearance()).isNull();
        assertThat(held.standingClearance()).isEqualTo(held.clearance());
        TrackedChange registered = held.registered(DAY, List.of(Duty.owed(Agency.TAX, AT, DUE)), AT.plusSeconds(3));
        assertThat(registered.state()).isEqualTo(ChangeState.REGISTERED);
        assertThat(registered.registeredAt()).isEqualTo(AT.plusSeconds(3));
        assertThat(registered.cleared(refusal, Step.REFUSED, "").state()).isEqualTo(ChangeState.REGISTERED);
    }

    @Test
    void a_condition_that_is_still_unmet_keeps_its_moment_and_what_changes_is_told() {
        TrackedChange first = cleared().awaitingConditions(unmet(AT, "C4"), AT);
        TrackedChange second = first.awaitingConditions(unmet(AT.plusSeconds(1), "C3", "C4"), AT.plusSeconds(1));
        TrackedChange third = second.awaitingConditions(unmet(AT.plusSeconds(2), "C3", "C4"), AT.plusSeconds(2));

        assertThat(first.state()).isEqualTo(ChangeState.AWAITING_CONDITIONS);
        assertThat(third.openPoints(id -> Optional.empty(), DAY))
                .containsExactly(new OpenPoint("BIZ", "C3", 1, AT.plusSeconds(1)), new OpenPoint("BIZ", "C4", 1, AT));
        assertThat(told(cleared(), third))
                .containsExactly(
                        new TimelineEntry(AT, Agency.AMR, Step.CONDITIONS_UNMET, "C4"),
                        new TimelineEntry(AT.plusSeconds(1), Agency.AMR, Step.CONDITIONS_UNMET, "C3, C4"));
    }

    @Test
    void without_its_certificate_an_application_waits_for_tax_again_and_no_more_for_conditions() {
        TrackedChange waiting = cleared().awaitingConditions(unmet(AT, "C4"), AT);
        TrackedChange expired = waiting.clearanceExpired(OWED, AT.plusSeconds(1));
        TrackedChange revoked = waiting.clearanceRevoked(CERTIFICATE, AT.plusSeconds(1));

        assertThat(List.of(expired, revoked)).allSatisfy(back -> {
            assertThat(back.state()).isEqualTo(ChangeState.AWAITING_TAX_CLEARANCE);
            assertThat(back.conditions()).isNull();
            assertThat(back.openPoints(id -> Optional.empty(), DAY))
                    .containsExactly(new OpenPoint("TAX", "CLEAR", 1, AT.plusSeconds(1)));
        });
        assertThat(told(waiting, expired))
                .containsExactly(
                        new TimelineEntry(AT.plusSeconds(1), Agency.AMR, Step.CLEARANCE_EXPIRED, "2026-11-24"),
                        new TimelineEntry(AT.plusSeconds(1), Agency.AMR, Step.CLEARANCE_REQUESTED, ""));
    }

    @Test
    void the_revocation_of_a_certificate_that_was_replaced_takes_nothing() {
        TrackedChange waiting = cleared().awaitingConditions(unmet(AT, "C4"), AT);
        TrackedChange told = waiting.clearanceRevoked(new CertificateId(UUID.randomUUID()), AT);

        assertThat(told.state()).isEqualTo(ChangeState.AWAITING_CONDITIONS);
        assertThat(told.clearance()).isEqualTo(waiting.clearance());
        assertThat(told(waiting, told)).containsExactly(new TimelineEntry(AT, Agency.TAX, Step.CLEARANCE_REVOKED, ""));
    }

    @Test
    void the_revocation_of_a_lapsed_certificate_takes_nothing_from_what_was_asked_for_anew() {
        TrackedChange asked =
                cleared().awaitingConditions(unmet(AT, "C4"), AT).clearanceExpired(OWED, AT.plusSeconds(1));
        TrackedChange held = asked.clearanceHeld(TWO, AT.plusSeconds(2));

        TrackedChange askedStill = asked.clearanceRevoked(CERTIFICATE, AT.plusSeconds(3));
        TrackedChange heldStill = held.clearanceRevoked(CERTIFICATE, AT.plusSeconds(3));
        assertThat(askedStill.clearance()).isEqualTo(asked.clearance());
        assertThat(askedStill.openPoints(id -> Optional.empty(), DAY))
                .containsExactly(new OpenPoint("TAX", "CLEAR", 1, AT.plusSeconds(1)));
        assertThat(heldStill.clearance()).isEqualTo(held.clearance());
        assertThat(heldStill.openPoints(id -> Optional.empty(), DAY))
                .containsExactly(
                        new OpenPoint("BIZ", "PAY", 1, AT.plusSeconds(2)),
                        new OpenPoint("TAX", "TAX_INTERNAL", 1, AT.plusSeconds(2)));
        assertThat(told(held, heldStill))
                .containsExactly(new TimelineEntry(AT.plusSeconds(3), Agency.TAX, Step.CLEARANCE_REVOKED, ""));
    }

    @Test
    void a_certificate_that_lapses_while_conditions_are_waited_for_is_an_open_point_from_the_day_after() {
        TrackedChange waiting = cleared().awaitingConditions(unmet(AT, "C4"), AT);

        assertThat(waiting.openPoints(id -> Optional.empty(), DAY)).containsExactly(new OpenPoint("BIZ", "C4", 1, AT));
        assertThat(waiting.openPoints(id -> Optional.empty(), DAY.plusDays(9)))
                .containsExactly(
                        new OpenPoint("BIZ", "C4", 1, AT),
                        new OpenPoint("AMR", "CLEAR_AGAIN", 1, Instant.parse("2026-11-24T16:00:00Z")));
        assertThat(waiting.clearanceExpired(OWED, AT).openPoints(id -> Optional.empty(), DAY.plusDays(9)))
                .containsExactly(new OpenPoint("TAX", "CLEAR", 1, AT));
    }

    @Test
    void who_withdraws_a_cleared_application_has_neither_a_certificate_nor_conditions_left() {
        TrackedChange withdrawn =
                cleared().awaitingConditions(unmet(AT, "C4"), AT).withdrawn("不办了", AT);

        assertThat(withdrawn.state()).isEqualTo(ChangeState.WITHDRAWN);
        assertThat(withdrawn.standingClearance()).isNull();
        assertThat(withdrawn.conditions()).isNull();
        assertThat(withdrawn.openPoints(id -> Optional.empty(), DAY)).isEmpty();
    }

    @Test
    void tax_owes_a_clearance_by_a_last_day_until_it_answers_and_the_register_nothing_to_who_withdraws() {
        TrackedChange waiting = TrackedChange.awaitingClearance(SUBJECT, OWED, AT);
        TrackedChange held = waiting.clearanceHeld(TWO, AT.plusSeconds(1));

        assertThat(waiting.duties()).containsExactly(new Duty(Agency.TAX, Duty.State.OWED, AT, DUE, List.of(), ""));
        assertThat(held.duties())
                .containsExactly(new Duty(Agency.TAX, Duty.State.RECEIVED, AT.plusSeconds(1), DUE, List.of(), ""));
        assertThat(held.divergent()).isFalse();
        assertThat(cleared().duties()).extracting(Duty::state).containsExactly(Duty.State.COMPLETED);
        assertThat(cleared().clearanceRevoked(CERTIFICATE, AT).duties())
                .extracting(Duty::state)
                .containsExactly(Duty.State.RECEIVED);
        assertThat(held.withdrawn("不办了", AT).duties()).isEmpty();
    }

    private static TrackedChange cleared() {
        var issued = new Clearance(Clearance.State.ISSUED, AT, List.of(), CERTIFICATE, DAY);
        return TrackedChange.awaitingClearance(SUBJECT, OWED, AT).cleared(issued, Step.CLEARANCE_ISSUED, "CLEARED");
    }

    private static UnmetConditions unmet(Instant at, String... conditions) {
        return new UnmetConditions(
                DAY,
                "registration.operator-change-conditions/2025.1",
                Arrays.stream(conditions)
                        .map(one -> new UnmetConditions.Unmet(one, "AMR_CREDIT", "BIZ", "未满足", "not met", at))
                        .toList(),
                List.of());
    }

    private static ChangeCompleted done(Mode mode) {
        return new ChangeCompleted(SUBJECT.changeId(), mode, 0, null);
    }

    /** What the second tells beyond the first. */
    private static List<TimelineEntry> told(TrackedChange before, TrackedChange after) {
        return after.news().subList(before.news().size(), after.news().size());
    }

    private static List<Step> steps(TrackedChange change) {
        return change.news().stream().map(TimelineEntry::what).toList();
    }
}
