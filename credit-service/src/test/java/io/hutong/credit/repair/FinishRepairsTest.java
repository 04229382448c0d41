package io.hutong.credit.repair;

import static org.assertj.core.api.Assertions.assertThat;

import io.hutong.credit.business.Businesses;
import io.hutong.credit.business.CreditTime;
import io.hutong.credit.business.KnownBusiness;
import io.hutong.credit.business.KnownBusiness.Licence;
import io.hutong.credit.filing.FiledCase;
import io.hutong.credit.filing.Filing;
import io.hutong.credit.filing.Push;
import io.hutong.credit.filing.Subject;
import io.hutong.credit.repair.Acknowledgement.Kind;
import io.hutong.credit.repair.RepairCase.Progress;
import io.hutong.credit.repair.RepairCase.Said;
import io.hutong.credit.repair.RepairCase.State;
import io.hutong.events.BusinessStatus;
import io.hutong.events.CreditEvent.RepairApplied;
import io.hutong.events.DomainEvent;
import io.hutong.events.FilingChannel;
import io.hutong.events.RepairTarget;
import io.hutong.identity.BizId;
import io.hutong.identity.DivisionCode;
import io.hutong.identity.EventId;
import io.hutong.identity.OperatorTenureId;
import io.hutong.identity.RepairId;
import io.hutong.identity.RepairTargetId;
import io.hutong.identity.UnifiedSocialCreditCode;
import io.hutong.messaging.Envelope;
import io.hutong.messaging.EventContext;
import io.hutong.messaging.Outbox;
import io.hutong.messaging.Position;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** A repair is finished when every system that was told has acknowledged, and each says so once. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class FinishRepairsTest {
    private static final Instant NOW = Instant.parse("2026-07-10T02:00:00Z");
    private static final Instant TOLD = Instant.parse("2026-07-09T02:00:00Z");
    private static final Instant HEARD = Instant.parse("2026-07-09T02:00:05Z");
    private static final BizId BUSINESS = new BizId(UUID.randomUUID());
    private static final DivisionCode COUNTY = DivisionCode.of("620702");
    private static final KnownBusiness KNOWN = new KnownBusiness(
            BUSINESS,
            UnifiedSocialCreditCode.synthetic(COUNTY, 2),
            "面馆",
            COUNTY,
            LocalDate.of(2020, 5, 6),
            new OperatorTenureId(UUID.randomUUID()),
            List.of(),
            BusinessStatus.ACTIVE,
            new Licence("王老板", List.of("餐饮服务"), List.of("南街1号")));

    private final List<DomainEvent> said = new ArrayList<>();
    private final List<Acknowledgement> told = new ArrayList<>();
    private final List<FiledCase> cases = new ArrayList<>();
    private final OneRepair repairs = new OneRepair();
    private final FinishRepairs finish = finish();

    @Test
    void it_is_not_finished_while_one_system_has_not_acknowledged() {
        told.add(platform("GSX", HEARD));
        told.add(platform("XCN", null));
        follow();
        follow();
        assertThat(said).containsExactly(applied("GSX", HEARD));
        assertThat(repairs.now.progress().finishedAt()).isNull();
        assertThat(repairs.now.progress().dueOn()).isEqualTo(LocalDate.of(2026, 7, 22));

        told.set(1, platform("XCN", NOW));
        follow();
        follow();
        assertThat(said).containsExactly(applied("GSX", HEARD), applied("XCN", NOW));
        assertThat(repairs.now.progress().finishedAt()).isEqualTo(NOW);
        assertThat(repairs.now.progress().dueOn()).isNull();
        assertThat(cases).containsExactly(repairs.now);
    }

    @Test
    void a_bank_that_was_told_is_waited_for_and_named_in_no_event() {
        told.add(platform("GSX", HEARD));
        told.add(bank(true, null));
        follow();
        assertThat(repairs.now.progress().finishedAt()).isNull();
        told.set(1, bank(true, NOW));
        follow();
        assertThat(said).containsExactly(applied("GSX", HEARD));
        assertThat(repairs.applied).containsExactlyInAnyOrder("GSX", "FI-620702-BANKA");
        assertThat(repairs.now.progress().finishedAt()).isEqualTo(NOW);
        assertThat(repairs.without).isEmpty();
    }

    @Test
    void what_is_not_connected_is_recorded_and_holds_nothing_open() {
        told.add(platform("GSX", HEARD));
        told.add(new Acknowledgement("XCN", Kind.PLATFORM, false, TOLD, null));
        told.add(bank(false, null));
        follow();
        assertThat(repairs.now.progress().finishedAt()).isEqualTo(NOW);
        assertThat(repairs.without).containsExactly("XCN", "FI-620702-BANKA");
        assertThat(said).containsExactly(applied("GSX", HEARD));
    }

    @Test
    void what_was_finished_without_a_platform_notes_its_late_acknowledgement_once() {
        told.add(new Acknowledgement("XCN", Kind.PLATFORM, false, TOLD, null));
        follow();
        assertThat(repairs.without).containsExactly("XCN");
        follow();
        assertThat(said).isEmpty();

        told.set(0, platform("XCN", NOW));
        follow();
        follow();
        assertThat(said).containsExactly(applied("XCN", NOW));
        assertThat(repairs.without).containsExactly("XCN");
        assertThat(repairs.now.progress().finishedAt()).isEqualTo(NOW);
    }

    @Test
    void what_was_acknowledged_before_the_connection_ended_counts() {
        told.add(new Acknowledgement("GSX", Kind.PLATFORM, false, TOLD, HEARD));
        follow();
        assertThat(said).containsExactly(applied("GSX", HEARD));
        assertThat(repairs.without).isEmpty();
    }

    @Test
    void what_hangs_is_looked_at_the_more_rarely_the_longer_it_hangs() {
        told.add(new Acknowledgement("GSX", Kind.PLATFORM, true, NOW.minusSeconds(4), null));
        follow();
        told.set(0, new Acknowledgement("GSX", Kind.PLATFORM, true, NOW.minusSeconds(120), null));
        follow();
        told.set(0, platform("GSX", null));
        follow();
        assertThat(repairs.pauses)
                .containsExactly(Duration.ofSeconds(5), Duration.ofSeconds(30), Duration.ofMinutes(1));
    }

    @Test
    void it_is_finished_where_nobody_was_told() {
        follow();
        assertThat(said).isEmpty();
        assertThat(repairs.now.progress().finishedAt()).isEqualTo(NOW);
    }

    @Test
    void what_was_not_granted_is_not_followed() {
        repairs.now = repairs.now.at(progress(State.REFUSED), "{}");
        told.add(platform("GSX", HEARD));
        follow();
        assertThat(said).isEmpty();
        assertThat(repairs.now.progress().finishedAt()).isNull();
    }

    private static Acknowledgement platform(String code, @Nullable Instant at) {
        return new Acknowledgement(code, Kind.PLATFORM, true, TOLD, at);
    }

    private static Acknowledgement bank(boolean connected, @Nullable Instant at) {
        return new Acknowledgement("FI-620702-BANKA", Kind.BANK, connected, TOLD, at);
    }

    private void follow() {
        finish.follow(repairs.now.id());
    }

    private RepairApplied applied(String system, Instant at) {
        return new RepairApplied(repairs.now.id(), KNOWN.uscc(), system, at);
    }

    private FinishRepairs finish() {
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        var time = new CreditTime(clock, UUID::randomUUID);
        var state = new StateRepair(new OneBusiness(), RepairRules.bundled(), Line::new, time, cases::add);
        return new FinishRepairs(repairs, subject -> told, state, Line::new, time);
    }

    private static Progress progress(State state) {
        return new Progress(
                state, LocalDate.of(2026, 7, 9), "credit", LocalDate.of(2026, 7, 22), false, null, null, null);
    }

    private final class Line implements Outbox.Stream {
        private final BizId bizId;

        Line(BizId bizId) {
            this.bizId = bizId;
        }

        @Override
        public BizId bizId() {
            return bizId;
        }

        @Override
        public Position position() {
            return new Position(1, said.size());
        }

        @Override
        public Envelope append(DomainEvent event, EventContext context) {
            said.add(event);
            return new Envelope(
                    new EventId(UUID.randomUUID()),
                    "/credit",
                    "type",
                    bizId,
                    URI.create("urn:x"),
                    position(),
                    null,
                    context,
                    null);
        }
    }

    private static final class OneBusiness implements Businesses {
        @Override
        public Optional<KnownBusiness> find(BizId bizId) {
            return Optional.of(KNOWN);
        }

        @Override
        public Map<BizId, KnownBusiness> find(Collection<BizId> bizIds) {
            return Map.of(BUSINESS, KNOWN);
        }

        @Override
        public void doubt(BizId bizId) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean doubtful(BizId bizId) {
            return false;
        }

        @Override
        public void put(KnownBusiness business) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void keepEarlier(BizId bizId, OperatorTenureId tenureId) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Set<OperatorTenureId> earlierTenures(BizId bizId) {
            return Set.of();
        }

        @Override
        public Optional<KnownBusiness> find(UnifiedSocialCreditCode uscc) {
            return Optional.of(KNOWN);
        }

        @Override
        public void countChange(BizId bizId) {
            throw new UnsupportedOperationException();
        }

        @Override
        public int changes(BizId bizId) {
            return 0;
        }
    }

    private static final class OneRepair implements Repairs {
        private final Set<String> applied = new HashSet<>();
        private final List<String> without = new ArrayList<>();
        private final List<Duration> pauses = new ArrayList<>();
        private RepairCase now = new RepairCase(
                new RepairId(UUID.randomUUID()),
                BUSINESS,
                new Subject(RepairTarget.PENALTY, new RepairTargetId(UUID.randomUUID())),
                new Filing<>(
                        KNOWN.tenureId(),
                        FilingChannel.ONLINE,
                        new Said(true, true, true),
                        LocalDate.of(2026, 7, 8),
                        "portal",
                        null),
                progress(State.GRANTED),
                "{}");

        @Override
        public List<RepairCase> of(BizId bizId) {
            return List.of(now);
        }

        @Override
        public Optional<RepairCase> find(RepairId id) {
            return Optional.of(now);
        }

        @Override
        public Optional<RepairCase> openFor(RepairTargetId target) {
            return Optional.empty();
        }

        @Override
        public Optional<RepairCase> pushed(String caseNo) {
            return Optional.empty();
        }

        @Override
        public void close(RepairCase closed) {
            now = closed;
        }

        @Override
        public List<Push<Said>> pushes(RepairCase filed) {
            return List.of();
        }

        @Override
        public void correct(RepairCase corrected, Push<Said> push) {
            now = corrected;
        }

        @Override
        public List<RepairCase> due(@Nullable LocalDate before, @Nullable RepairId after, int limit) {
            return List.of(now);
        }

        @Override
        public List<RepairId> unfinished(@Nullable RepairId after, int limit) {
            return List.of(now.id());
        }

        @Override
        public Optional<LocalDate> barredUntil(BizId bizId) {
            return Optional.empty();
        }

        @Override
        public void add(RepairCase requested) {
            now = requested;
        }

        @Override
        public void step(RepairCase stepped, RepairCase.Step step) {
            now = stepped;
        }

        @Override
        public void finish(RepairCase finished, Collection<String> others) {
            now = finished;
            without.addAll(others);
        }

        @Override
        public Set<String> finishedWithout(RepairId id) {
            return Set.copyOf(without);
        }

        @Override
        public void lookLater(RepairId id, Duration pause) {
            pauses.add(pause);
        }

        @Override
        public Set<String> applied(RepairId id) {
            return Set.copyOf(applied);
        }

        @Override
        public void applied(RepairId id, Acknowledgement by) {
            assertThat(applied.add(by.channel())).isTrue();
        }
    }
}
