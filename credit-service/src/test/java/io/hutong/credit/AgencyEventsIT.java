package io.hutong.credit;

import static org.assertj.core.api.Assertions.assertThat;

import io.hutong.credit.agencyrecord.AgencyKnowledge;
import io.hutong.credit.agencyrecord.AnnouncedArrears;
import io.hutong.credit.agencyrecord.Arrears;
import io.hutong.credit.agencyrecord.Permit;
import io.hutong.credit.agencyrecord.Permits;
import io.hutong.events.AgencyCode;
import io.hutong.events.DomainEvent;
import io.hutong.events.ExchangeEvent.PermitEnded;
import io.hutong.events.Money;
import io.hutong.events.TaxEvent.ArrearsAnnouncementCleared.Reason;
import io.hutong.events.TaxKind;
import io.hutong.identity.ArrearsAnnouncementId;
import io.hutong.identity.ChangeId;
import io.hutong.testing.RawEvent;
import io.hutong.testing.RecordedSpans;
import io.hutong.testing.Register;
import io.hutong.testing.Register.Business;
import io.hutong.testing.StreamFixture;
import io.hutong.testing.TestDatabase;
import io.hutong.testing.TestedInbox;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every kind of event that credit asks other agencies for: as it should come, twice, too early, lost, broken, and committed
 * without being acknowledged; and those that it did not ask for.
 */
@QuarkusTest
@CreditServers
@DisplayNameGeneration(ReplaceUnderscores.class)
class AgencyEventsIT {
    private static final String NO = "建许1号";
    private static Register register;
    private static Agencies agencies;

    @SuppressWarnings("NullAway.Init") // injected by the test resource
    TestDatabase database;

    @Inject
    Permits permits;

    @Inject
    AnnouncedArrears arrears;

    @Inject
    AgencyKnowledge knowledge;

    @Inject
    RecordedSpans spans;

    enum Kind {
        PERMIT_GRANTED,
        PERMIT_CHANGED,
        PERMIT_ENDED,
        ARREARS_ANNOUNCED,
        ARREARS_CLEARED,
        ARREARS_RESTATED;

        boolean ofTax() {
            return this == ARREARS_ANNOUNCED || this == ARREARS_CLEARED || this == ARREARS_RESTATED;
        }

        DomainEvent event(Affair affair) {
            return switch (this) {
                case PERMIT_GRANTED -> Agencies.granted(NO);
                case PERMIT_CHANGED -> Agencies.changed(NO, null);
                case PERMIT_ENDED -> Agencies.ended(NO);
                case ARREARS_ANNOUNCED ->
                    Agencies.announced(affair.business(), affair.business().tenure(), affair.announcement());
                case ARREARS_CLEARED -> Agencies.cleared(affair.business(), affair.announcement());
                case ARREARS_RESTATED -> Agencies.restated(affair.business());
            };
        }
    }

    /** A business, the announcement about it, and the stream on which its agency speaks. */
    record Affair(Business business, ArrearsAnnouncementId announcement, StreamFixture stream) {}

    @BeforeAll
    static void open() {
        register = new Register();
        agencies = new Agencies();
    }

    @AfterAll
    static void close() {
        agencies.close();
        register.close();
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void each_takes_effect_once_even_when_it_comes_twice(Kind kind) {
        Affair affair = affair(kind);
        RawEvent event = next(kind, affair);
        affair.stream().send(event, event);
        lastWord(kind, affair);
        affair.stream().send(event);
        lastWord(kind, affair);

        assertThat(applied(event)).containsExactly(event);
        assertEffect(kind, affair);
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void one_that_overtook_another_waits_for_it(Kind kind) {
        Affair affair = affair(kind);
        RawEvent first = next(kind, affair);
        RawEvent second = unasked(kind, affair);
        inbox(kind).canFetch(affair.stream(), affair.business().id());
        affair.stream().send(second, first);
        taken(kind, affair);

        assertThat(applied(first, second)).containsExactly(first);
        assertEffect(kind, affair);
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void one_that_never_came_is_fetched_from_its_source(Kind kind) {
        Affair affair = affair(kind);
        RawEvent first = next(kind, affair);
        RawEvent second = unasked(kind, affair);
        inbox(kind).canFetch(affair.stream(), affair.business().id());
        affair.stream().send(second);
        taken(kind, affair);

        assertThat(applied(first, second)).containsExactly(first);
        assertEffect(kind, affair);
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void one_that_cannot_be_read_parks_its_business_and_no_other_until_it_is_skipped(Kind kind) {
        Affair affair = affair(kind);
        List<Permit> permitsBefore = permits.of(affair.business().id());
        List<Arrears> arrearsBefore = arrears.standing(affair.business().id());
        RawEvent broken = next(kind, affair).withBody("{\"no\":".getBytes(StandardCharsets.UTF_8));
        RawEvent behind = unasked(kind, affair).withHeader("ce_prevdigest", broken.digest());
        affair.stream().send(broken, behind);
        lastWord(kind, affair(kind));
        inbox(kind).parks(affair.business().id(), 2);

        inbox(kind).skips(affair.business().id());
        taken(kind, affair);
        assertThat(applied(broken, behind)).isEmpty();
        assertThat(permits.of(affair.business().id())).isEqualTo(permitsBefore);
        assertThat(arrears.standing(affair.business().id())).isEqualTo(arrearsBefore);
        assertThat(database.number(
                        "select count(*) from agency_doubt where biz_id = ? and kind = ?",
                        affair.business().id().value(),
                        kind.ofTax() ? "ARREARS" : "PERMIT"))
                .isEqualTo(1);
        assertThat(database.number(
                        "select count(*) from business where biz_id = ? and doubtful",
                        affair.business().id().value()))
                .isZero();
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void one_that_was_committed_and_not_acknowledged_comes_again_and_takes_effect_once(Kind kind) {
        Affair affair = affair(kind);
        RawEvent event = next(kind, affair);
        inbox(kind).crashesBehind(affair.business().id(), () -> affair.stream().send(event));
        taken(kind, affair);

        assertThat(applied(event)).containsExactly(event);
        assertEffect(kind, affair);
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void one_that_comes_before_credit_knows_its_business_waits_for_the_register(Kind kind) {
        Business business = Register.business(Register.COUNTY);
        Affair affair = new Affair(business, Agencies.announcement(), stream(kind));
        if (kind == Kind.PERMIT_ENDED || kind == Kind.ARREARS_CLEARED || kind == Kind.ARREARS_RESTATED) {
            before(kind, affair);
        }
        RawEvent event = next(kind, affair);
        affair.stream().send(event);
        inbox(kind).parks(business.id(), affair.stream().madeFor(business.id()).size());
        assertThat(permits.of(business.id())).isEmpty();

        register.stream.publish(business.id(), Register.opening(business, Register.COUNTY, Register.TOWNSHIP));
        taken(kind, affair);
        assertEffect(kind, affair);
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"PERMIT_GRANTED", "ARREARS_ANNOUNCED"})
    void what_nobody_here_asked_for_is_passed_unread_whatever_stands_in_it_and_the_chain_goes_on(Kind kind) {
        Affair affair = affair(kind);
        RawEvent broken = unasked(kind, affair).withBody("{\"no\":".getBytes(StandardCharsets.UTF_8));
        RawEvent behind = next(kind, affair).withHeader("ce_prevdigest", broken.digest());
        affair.stream().send(broken, behind);
        taken(kind, affair);

        assertThat(applied(broken, behind)).containsExactly(behind);
        assertEffect(kind, affair);
        assertThat(database.number(
                        "select count(*) from unknown_event where biz_id = ?",
                        affair.business().id().value()))
                .isZero();
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"PERMIT_GRANTED", "ARREARS_ANNOUNCED"})
    void another_history_parks_the_business_also_where_nobody_asked_for_the_event(Kind kind) {
        Affair affair = affair(kind);
        RawEvent one = unasked(kind, affair);
        affair.stream().send(one);
        taken(kind, affair);
        affair.stream().send(one.withBody("{\"other\":1}".getBytes(StandardCharsets.UTF_8)));
        inbox(kind).parks(affair.business().id(), 1);
        assertThat(database.number(
                        "select count(*) from parked_stream where biz_id = ? and cause = 'HISTORY_CONFLICT'",
                        affair.business().id().value()))
                .isEqualTo(1);
    }

    @Test
    void what_a_later_contract_states_is_passed_and_noted() {
        Affair affair = affair(Kind.ARREARS_ANNOUNCED);
        RawEvent later = unasked(Kind.ARREARS_ANNOUNCED, affair)
                .withHeader("ce_type", "io.hutong.tax.arrears-announcement-corrected.v1");
        affair.stream().send(later);
        taken(Kind.ARREARS_ANNOUNCED, affair);
        assertThat(database.number(
                        "select count(*) from unknown_event where source = '/tax' and biz_id = ? and type = ?",
                        affair.business().id().value(),
                        "io.hutong.tax.arrears-announcement-corrected.v1"))
                .isEqualTo(1);
        assertThat(doubts(affair)).containsExactly("ARREARS");
    }

    @Test
    void what_a_later_contract_states_of_other_affairs_makes_nothing_doubtful() {
        Affair affair = affair(Kind.PERMIT_GRANTED);
        RawEvent later =
                unasked(Kind.PERMIT_GRANTED, affair).withHeader("ce_type", "io.hutong.exchange.weather-told.v1");
        affair.stream().send(later);
        taken(Kind.PERMIT_GRANTED, affair);
        assertThat(doubts(affair)).isEmpty();

        RawEvent permit =
                unasked(Kind.PERMIT_GRANTED, affair).withHeader("ce_type", "io.hutong.exchange.permit-granted.v2");
        affair.stream().send(permit.withHeader("ce_prevdigest", later.digest()));
        taken(Kind.PERMIT_GRANTED, affair);
        assertThat(doubts(affair)).containsExactly("PERMIT");
    }

    /** Kinds of which something about the business was missed. */
    private List<String> doubts(Affair affair) {
        return knowledge.doubted(affair.business().id()).stream()
                .map(Enum::name)
                .toList();
    }

    private Affair affair(Kind kind) {
        var affair = new Affair(register.opened(), Agencies.announcement(), stream(kind));
        new TestedInbox(database, "credit", "registration-events", "registration")
                .awaits(affair.business().id(), 1);
        before(kind, affair);
        taken(kind, affair);
        return affair;
    }

    /** What the event is about. */
    private static void before(Kind kind, Affair affair) {
        if (kind == Kind.PERMIT_CHANGED || kind == Kind.PERMIT_ENDED) {
            affair.stream().publish(affair.business().id(), Kind.PERMIT_GRANTED.event(affair));
        }
        if (kind == Kind.ARREARS_CLEARED || kind == Kind.ARREARS_RESTATED) {
            affair.stream().publish(affair.business().id(), Kind.ARREARS_ANNOUNCED.event(affair));
        }
    }

    private static StreamFixture stream(Kind kind) {
        return kind.ofTax() ? agencies.tax : agencies.exchange;
    }

    private static RawEvent next(Kind kind, Affair affair) {
        return affair.stream().next(affair.business().id(), kind.event(affair));
    }

    /** An event of the same stream that is not for credit. */
    private static RawEvent unasked(Kind kind, Affair affair) {
        DomainEvent event = kind.ofTax()
                ? Agencies.held(new ChangeId(UUID.randomUUID()))
                : Agencies.eligible(affair.business().tenure());
        return affair.stream().next(affair.business().id(), event);
    }

    /** One more event of the business, without effect here; once it is taken, everything before it was. */
    private void lastWord(Kind kind, Affair affair) {
        affair.stream().send(unasked(kind, affair));
        taken(kind, affair);
    }

    private void taken(Kind kind, Affair affair) {
        var id = affair.business().id();
        inbox(kind).awaits(id, affair.stream().madeFor(id).size());
    }

    /** These events, as often as and in the order in which they were given to the listener. */
    private List<RawEvent> applied(RawEvent... events) {
        return spans.applied().stream()
                .flatMap(id -> Arrays.stream(events)
                        .filter(event -> event.header("ce_id").equals(id)))
                .toList();
    }

    private void assertEffect(Kind kind, Affair affair) {
        Business business = affair.business();
        switch (kind) {
            case PERMIT_GRANTED -> assertThat(permits.of(business.id())).containsExactly(permit(Agencies.TO, null));
            case PERMIT_CHANGED -> assertThat(permits.of(business.id())).containsExactly(permit(null, null));
            case PERMIT_ENDED ->
                assertThat(permits.of(business.id()))
                        .containsExactly(permit(
                                Agencies.TO, new Permit.End(Agencies.FROM.plusMonths(2), PermitEnded.Reason.REVOKED)));
            case ARREARS_ANNOUNCED ->
                assertThat(arrears.standing(business.id()))
                        .containsExactly(new Arrears(
                                affair.announcement(),
                                business.id(),
                                business.tenure(),
                                new Arrears.Announced(
                                        TaxKind.VAT,
                                        new Money(1_280_050),
                                        LocalDate.of(2026, 3, 1),
                                        Agencies.ANNOUNCED,
                                        "甘税欠告〔2026〕6号"),
                                null));
            case ARREARS_CLEARED -> {
                assertThat(arrears.standing(business.id())).isEmpty();
                assertThat(Objects.requireNonNull(arrears.find(affair.announcement())
                                .orElseThrow()
                                .end()))
                        .isEqualTo(new Arrears.End(Agencies.CLEARED, Reason.PAID));
            }
            case ARREARS_RESTATED -> {
                assertThat(arrears.standing(business.id())).isEmpty();
                assertThat(Objects.requireNonNull(arrears.find(affair.announcement())
                                        .orElseThrow()
                                        .end())
                                .reason())
                        .isNull();
            }
        }
    }

    private static Permit permit(@Nullable LocalDate to, Permit.@Nullable End end) {
        return new Permit(
                new Permit.Key("BUILDING_WORKS", NO), AgencyCode.of(Agencies.HOUSING), Agencies.FROM, to, end);
    }

    private TestedInbox inbox(Kind kind) {
        return kind.ofTax()
                ? new TestedInbox(database, "credit", "tax-events", "tax")
                : new TestedInbox(database, "credit", "exchange-events", "exchange");
    }
}
