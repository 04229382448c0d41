package io.hutong.registration.register;

import static org.assertj.core.api.Assertions.assertThat;

import io.hutong.events.Address;
import io.hutong.events.BusinessStatus;
import io.hutong.events.ChangeKind;
import io.hutong.events.ScopeItem;
import io.hutong.identity.BizId;
import io.hutong.identity.ChangeId;
import io.hutong.identity.DivisionCode;
import io.hutong.identity.OperatorTenureId;
import io.hutong.registration.suspension.SuspensionTerm;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RegisterHistoryTest {
    private static final BizId BUSINESS = new BizId(UUID.randomUUID());
    private static final LocalDate JANUARY = LocalDate.of(2026, 1, 5);
    private static final Instant EVER = Instant.parse("2030-01-01T00:00:00Z");
    private static final TenureRef FIRST = tenure("甲");
    private static final TenureRef SECOND = tenure("乙");
    private static final TenureRef THIRD = tenure("丙");
    private static final RegisterState OPENED = new RegisterState(
            BusinessStatus.ACTIVE,
            "张掖市甘州区旧面馆（个体工商户）",
            List.of(new ScopeItem("H6210-01", "餐饮服务")),
            List.of(new Address(DivisionCode.of("620702001001"), "1号", Address.Kind.PHYSICAL)),
            FIRST,
            null);

    private final List<RegisterEntry> entries = new ArrayList<>();

    RegisterHistoryTest() {
        entry(ChangeKind.OPENING, JANUARY, StatePatch.whole(OPENED));
    }

    @Test
    void a_day_shows_what_had_taken_effect_by_then() {
        entry(ChangeKind.FACTS, JANUARY.plusDays(10), named("中面馆"));
        entry(ChangeKind.FACTS, JANUARY.plusDays(20), named("新面馆"));

        assertThat(on(JANUARY.minusDays(1))).isNull();
        assertThat(on(JANUARY)).isEqualTo(OPENED);
        assertThat(on(JANUARY.plusDays(9))).isEqualTo(OPENED);
        assertThat(name(on(JANUARY.plusDays(10)))).isEqualTo("中面馆");
        assertThat(name(on(JANUARY.plusDays(20)))).isEqualTo("新面馆");
    }

    @Test
    void a_moment_shows_what_had_been_recorded_by_then() {
        RegisterEntry late = entry(ChangeKind.FACTS, JANUARY.plusDays(10), named("新面馆"));

        assertThat(new RegisterHistory(entries)
                        .on(JANUARY.plusDays(30), late.recordedAt().minusSeconds(1)))
                .contains(OPENED);
        assertThat(name(on(JANUARY.plusDays(30)))).isEqualTo("新面馆");
    }

    @Test
    void an_annulled_change_never_was_but_was_believed_until_then() {
        RegisterEntry wrong = entry(ChangeKind.FACTS, JANUARY.plusDays(10), named("错面馆"));
        ChangeId decision = new ChangeId(UUID.randomUUID());
        Instant decided = wrong.recordedAt().plusSeconds(1000);
        RegisterHistory without = new RegisterHistory(entries).without(wrong.changeId(), decision, decided);

        assertThat(without.on(JANUARY.plusDays(15), EVER)).contains(OPENED);
        assertThat(without.current()).contains(OPENED);
        assertThat(without.on(JANUARY.plusDays(15), decided.minusSeconds(1)).map(RegisterState::name))
                .contains("错面馆");
        assertThat(without.lastEffect()).contains(JANUARY);
    }

    @Test
    void what_was_changed_after_the_annulled_change_stays() {
        RegisterEntry wrong = entry(ChangeKind.FACTS, JANUARY.plusDays(10), named("错面馆"));
        StatePatch moved = StatePatch.facts(
                null, null, List.of(new Address(DivisionCode.of("620702001001"), "9号", Address.Kind.PHYSICAL)));
        entry(ChangeKind.FACTS, JANUARY.plusDays(20), moved);

        RegisterState restored = without(wrong).current().orElseThrow();

        assertThat(restored).isEqualTo(moved.appliedTo(OPENED));
    }

    @Test
    void days_of_suspended_trade_add_up_to_what_was_used_and_an_annulled_suspension_used_none() {
        suspended(JANUARY.plusDays(10), JANUARY.plusDays(99));
        RegisterEntry resumed =
                entry(ChangeKind.RESUMPTION, JANUARY.plusDays(20), StatePatch.status(BusinessStatus.ACTIVE));
        RegisterEntry second = suspended(JANUARY.plusDays(30), JANUARY.plusDays(34));

        assertThat(new RegisterHistory(entries).daysSuspended()).isEqualTo(10 + 5);
        assertThat(without(second).daysSuspended()).isEqualTo(10);
        assertThat(without(resumed).daysSuspended()).isEqualTo(20 + 5);
        assertThat(SuspensionTerm.bundled()
                        .latestEnd(new RegisterHistory(entries), JANUARY.plusDays(40), JANUARY.plusDays(40)))
                .isEqualTo(JANUARY.plusDays(40).plusYears(3).minusDays(15));
    }

    private RegisterEntry suspended(LocalDate from, LocalDate until) {
        var place = new Address(DivisionCode.of("620702001001"), "1号", Address.Kind.PHYSICAL);
        return entry(ChangeKind.SUSPENSION, from, StatePatch.suspended(new Suspension(from, until, place, "修路")));
    }

    @Test
    void tenures_follow_each_other_and_an_annulled_one_leaves_its_days_to_the_one_before() {
        RegisterEntry second = entry(ChangeKind.OPERATOR, JANUARY.plusDays(10), StatePatch.operator(SECOND));
        entry(ChangeKind.OPERATOR, JANUARY.plusDays(20), StatePatch.operator(THIRD));

        assertThat(new RegisterHistory(entries).tenures(BUSINESS))
                .containsExactly(
                        new TenureSpan(FIRST.id(), BUSINESS, JANUARY, JANUARY.plusDays(10)),
                        new TenureSpan(SECOND.id(), BUSINESS, JANUARY.plusDays(10), JANUARY.plusDays(20)),
                        new TenureSpan(THIRD.id(), BUSINESS, JANUARY.plusDays(20), null));
        assertThat(without(second).tenures(BUSINESS))
                .containsExactly(
                        new TenureSpan(FIRST.id(), BUSINESS, JANUARY, JANUARY.plusDays(20)),
                        new TenureSpan(THIRD.id(), BUSINESS, JANUARY.plusDays(20), null));
        assertThat(without(second).current().orElseThrow().operator()).isEqualTo(THIRD);
    }

    @Test
    void the_new_name_of_an_operator_goes_with_the_annulled_tenure() {
        RegisterEntry second = entry(ChangeKind.OPERATOR, JANUARY.plusDays(10), StatePatch.operator(SECOND));
        entry(ChangeKind.OPERATOR_NAME, JANUARY.plusDays(12), StatePatch.operator(new TenureRef(SECOND.id(), "乙改")));

        assertThat(without(second).current().orElseThrow().operator()).isEqualTo(FIRST);
    }

    @Test
    void a_deregistration_annulled_brings_the_suspension_back() {
        var suspension = new Suspension(
                JANUARY.plusDays(1), JANUARY.plusDays(90), OPENED.premises().get(0), "修路");
        entry(ChangeKind.SUSPENSION, JANUARY.plusDays(1), StatePatch.suspended(suspension));
        RegisterEntry ended =
                entry(ChangeKind.DEREGISTRATION, JANUARY.plusDays(9), StatePatch.status(BusinessStatus.DEREGISTERED));

        RegisterState deregistered =
                new RegisterHistory(entries).on(JANUARY.plusDays(9), EVER).orElseThrow();
        assertThat(deregistered.suspension()).isNull();
        RegisterState restored = without(ended).current().orElseThrow();
        assertThat(restored.status()).isEqualTo(BusinessStatus.SUSPENDED);
        assertThat(restored.suspension()).isEqualTo(suspension);
    }

    @Test
    void a_resumption_annulled_brings_the_term_of_the_suspension_back() {
        var suspension = new Suspension(
                JANUARY.plusDays(1), JANUARY.plusDays(90), OPENED.premises().get(0), "修路");
        entry(ChangeKind.SUSPENSION, JANUARY.plusDays(1), StatePatch.suspended(suspension));
        RegisterEntry resumed =
                entry(ChangeKind.RESUMPTION, JANUARY.plusDays(9), StatePatch.status(BusinessStatus.ACTIVE));

        assertThat(without(resumed).current().orElseThrow().suspension()).isEqualTo(suspension);
    }

    @Test
    void a_name_is_given_up_and_comes_back_when_that_is_annulled() {
        StatePatch unnaming = StatePatch.facts(null, null, null).unnaming();
        RegisterEntry unnamed = entry(ChangeKind.FACTS, JANUARY.plusDays(10), unnaming);

        RegisterState now = new RegisterHistory(entries).current().orElseThrow();
        assertThat(now.name()).isNull();
        assertThat(StatePatch.between(OPENED, now)).isEqualTo(unnaming);
        assertThat(unnaming.before(OPENED).name()).isEqualTo(OPENED.name());
        assertThat(named("新面馆").before(now).unnamed()).isTrue();
        assertThat(without(unnamed).current()).contains(OPENED);
    }

    @Test
    void the_annulment_of_the_whole_registration_holds_from_its_first_day() {
        RegisterEntry wholly =
                entry(ChangeKind.ANNULMENT, JANUARY, StatePatch.status(BusinessStatus.REGISTRATION_ANNULLED));

        RegisterState then = new RegisterHistory(entries).on(JANUARY, EVER).orElseThrow();
        assertThat(then.status()).isEqualTo(BusinessStatus.REGISTRATION_ANNULLED);
        assertThat(new RegisterHistory(entries).on(JANUARY, wholly.recordedAt().minusSeconds(1)))
                .contains(OPENED);
    }

    private RegisterHistory without(RegisterEntry entry) {
        return new RegisterHistory(entries).without(entry.changeId(), new ChangeId(UUID.randomUUID()), EVER);
    }

    private @Nullable RegisterState on(LocalDate day) {
        return new RegisterHistory(entries).on(day, EVER).orElse(null);
    }

    private static @Nullable String name(@Nullable RegisterState state) {
        return state == null ? null : state.name();
    }

    private RegisterEntry entry(ChangeKind kind, LocalDate on, StatePatch after) {
        long version = entries.size() + 1L;
        RegisterEntry entry = new RegisterEntry(
                BUSINESS,
                version,
                new ChangeId(UUID.randomUUID()),
                kind,
                on,
                Instant.parse("2026-06-01T00:00:00Z").plusSeconds(version * 10_000),
                "amr",
                StatePatch.NOTHING,
                after,
                null);
        entries.add(entry);
        return entry;
    }

    private static StatePatch named(String name) {
        return StatePatch.facts(name, null, null);
    }

    private static TenureRef tenure(String operator) {
        return new TenureRef(new OperatorTenureId(UUID.randomUUID()), operator);
    }
}
