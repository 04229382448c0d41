package io.hutong.exchange;

import static io.hutong.exchange.Exchange.as;
import static io.hutong.exchange.Exchange.permit;
import static io.hutong.exchange.Exchange.send;
import static io.hutong.exchange.Exchange.sendOnceKnown;
import static io.hutong.testing.Register.COUNTY;
import static io.hutong.testing.Register.TOWNSHIP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.hutong.events.Agency;
import io.hutong.events.BusinessStatus;
import io.hutong.events.RegistrationEvent;
import io.hutong.exchange.business.Businesses;
import io.hutong.exchange.business.KnownBusiness;
import io.hutong.exchange.question.AskedQuestion;
import io.hutong.exchange.question.AskedQuestions;
import io.hutong.identity.DivisionCode;
import io.hutong.identity.EventId;
import io.hutong.identity.OperatorTenureId;
import io.hutong.messaging.Envelope;
import io.hutong.testing.HutongTestResource;
import io.hutong.testing.RawEvent;
import io.hutong.testing.RecordedSpans;
import io.hutong.testing.Register;
import io.hutong.testing.Register.Business;
import io.hutong.testing.SourceLogs;
import io.hutong.testing.TestDatabase;
import io.hutong.testing.TestedInbox;
import io.hutong.testing.TopicReader;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every kind of event that the exchange hears from the register: as it should come, twice, too early, broken, and committed
 * without being acknowledged.
 */
@QuarkusTest
@QuarkusTestResource(value = HutongTestResource.class, initArgs = @ResourceArg(name = "service", value = "exchange"))
@QuarkusTestResource(value = SourceLogs.class, initArgs = @ResourceArg(name = "inboxes", value = "registration-events"))
@DisplayNameGeneration(ReplaceUnderscores.class)
class RegistrationEventsIT {
    private static final DivisionCode NEIGHBOUR = DivisionCode.of("620721");
    private static final DivisionCode ELSEWHERE = DivisionCode.of("620702101");
    private static final LocalDate DUE = LocalDate.of(2030, 1, 1);
    private static Register register;

    @SuppressWarnings("NullAway.Init") // injected by the test resource
    TestDatabase database;

    @Inject
    Businesses businesses;

    @Inject
    AskedQuestions questions;

    @Inject
    RecordedSpans spans;

    enum Kind {
        OPENED,
        CHANGED,
        OPERATOR_CHANGED,
        OPERATOR_RENAMED,
        SUSPENDED,
        RESUMED,
        DEREGISTERED,
        ANNULLED,
        CLEARANCE_REQUESTED,
        APPLICATION_WITHDRAWN,
        PREMISES_VERIFICATION_REQUESTED,
        AGENCY_EVENT_SETTLED,
        SEPARATE_REGISTERED,
        RESTORED,
        RESUMED_BEHIND_THE_MARK;

        RegistrationEvent event(Affair affair) {
            Business business = affair.business();
            return switch (this) {
                case OPENED -> Register.opening(business, COUNTY, TOWNSHIP);
                case CHANGED -> Register.moved(business, ELSEWHERE);
                case OPERATOR_CHANGED -> Register.passed(business, affair.another());
                case OPERATOR_RENAMED -> Register.operatorRenamed(business);
                case SUSPENDED -> Register.suspended(business);
                case RESUMED, RESUMED_BEHIND_THE_MARK -> Register.resumed(business);
                case SEPARATE_REGISTERED -> Register.separated(business);
                case RESTORED -> Register.restored(business, BusinessStatus.SUSPENDED);
                case DEREGISTERED -> Register.deregistered(business);
                case ANNULLED -> Register.annulled(business, ELSEWHERE, affair.another());
                case CLEARANCE_REQUESTED -> Register.clearanceAsked(business);
                case APPLICATION_WITHDRAWN -> Register.withdrawn(business);
                case PREMISES_VERIFICATION_REQUESTED -> Register.asking(business, DUE);
                case AGENCY_EVENT_SETTLED -> Register.settled(affair.permitEvent());
            };
        }

        /** What the exchange knows of the business after it. */
        KnownBusiness known(Affair affair) {
            return switch (this) {
                case CHANGED -> affair.known(ELSEWHERE, affair.business().tenure(), BusinessStatus.ACTIVE);
                case OPERATOR_CHANGED -> affair.known(TOWNSHIP, affair.another(), BusinessStatus.ACTIVE);
                case ANNULLED -> affair.known(ELSEWHERE, affair.another(), BusinessStatus.ACTIVE);
                case SUSPENDED, RESTORED -> affair.known(BusinessStatus.SUSPENDED);
                case SEPARATE_REGISTERED, RESUMED_BEHIND_THE_MARK -> affair.known(BusinessStatus.SEPARATE_REGISTER);
                case DEREGISTERED -> affair.known(BusinessStatus.DEREGISTERED);
                case OPENED,
                        OPERATOR_RENAMED,
                        RESUMED,
                        CLEARANCE_REQUESTED,
                        APPLICATION_WITHDRAWN,
                        PREMISES_VERIFICATION_REQUESTED,
                        AGENCY_EVENT_SETTLED -> affair.known(BusinessStatus.ACTIVE);
            };
        }

        boolean endsASuspension() {
            return this == RESUMED || this == ANNULLED;
        }

        boolean isBehindTheMark() {
            return this == RESTORED || this == RESUMED_BEHIND_THE_MARK;
        }
    }

    /** A business, the tenure it may pass to, and an event about it that an agency sent in. */
    record Affair(Business business, OperatorTenureId another, String permitEvent) {
        KnownBusiness known(BusinessStatus status) {
            return known(TOWNSHIP, business.tenure(), status);
        }

        KnownBusiness known(DivisionCode place, OperatorTenureId tenure, BusinessStatus status) {
            return new KnownBusiness(business.id(), business.uscc(), COUNTY, Set.of(place), tenure, status);
        }
    }

    @BeforeAll
    static void open() {
        register = new Register();
    }

    @AfterAll
    static void close() {
        register.close();
    }

    @BeforeEach
    void registered() {
        Exchange.register("HUD-620702", List.of("hud"));
        Exchange.grant("HUD-620702", List.of(Exchange.PERMIT), List.of("620702"));
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void each_takes_effect_once_even_when_it_comes_twice(Kind kind) {
        Affair affair = affair(kind);
        RawEvent event = next(kind, affair);
        register.stream.send(event, event);
        lastWord(affair);
        register.stream.send(event);
        lastWord(affair);

        assertThat(applied(event)).containsExactly(event);
        assertEffect(kind, affair, event);
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void one_that_overtook_another_waits_for_it(Kind kind) {
        Affair affair = affair(kind);
        RawEvent first = next(kind, affair);
        RawEvent second = next(Kind.CLEARANCE_REQUESTED, affair);
        inbox().canFetch(register.stream, affair.business().id());
        register.stream.send(second, first);
        taken(affair);

        assertThat(applied(first, second)).containsExactly(first, second);
        assertEffect(kind, affair, first);
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void one_that_never_came_is_fetched_from_the_register(Kind kind) {
        Affair affair = affair(kind);
        RawEvent first = next(kind, affair);
        RawEvent second = next(Kind.CLEARANCE_REQUESTED, affair);
        inbox().canFetch(register.stream, affair.business().id());
        register.stream.send(second);
        taken(affair);

        assertThat(applied(first, second)).containsExactly(first, second);
        assertEffect(kind, affair, first);
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void one_that_cannot_be_read_parks_its_business_and_no_other_until_it_is_skipped(Kind kind) {
        Affair affair = affair(kind);
        var before = businesses.find(affair.business().id());
        RawEvent broken = next(kind, affair).withBody("{\"uscc\":7,\"eventId\":7}".getBytes(StandardCharsets.UTF_8));
        RawEvent behind = next(Kind.CLEARANCE_REQUESTED, affair).withHeader("ce_prevdigest", broken.digest());
        register.stream.send(broken, behind);
        lastWord(affair(Kind.CHANGED));
        inbox().parks(affair.business().id(), 2);

        inbox().skips(affair.business().id());
        taken(affair);
        assertThat(applied(broken, behind)).containsExactly(behind);
        assertThat(businesses.find(affair.business().id())).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void one_that_was_committed_and_not_acknowledged_comes_again_and_takes_effect_once(Kind kind) {
        Affair affair = affair(kind);
        RawEvent event = next(kind, affair);
        inbox().crashesBehind(affair.business().id(), () -> register.stream.send(event));
        taken(affair);

        assertThat(applied(event)).containsExactly(event);
        assertEffect(kind, affair, event);
    }

    @Test
    void a_business_belongs_to_where_it_trades_now_as_well_as_to_where_it_is_registered() {
        Business business = register.opened(NEIGHBOUR, DivisionCode.of("620721100"));
        sendOnceKnown("hud", permit(business.id().value())).then().statusCode(403);
        register.stream.publish(business.id(), Register.moved(business, TOWNSHIP));
        await("the move is known")
                .untilAsserted(
                        () -> send("hud", permit(business.id().value())).then().statusCode(202));
    }

    @Test
    void a_receipt_for_nothing_of_ours_is_none() {
        Business business = register.opened();
        String unknown = UUID.randomUUID().toString();
        register.applied(business, unknown);
        inbox().awaits(business.id(), 2);
        assertThat(database.number("select count(*) from event_settlement where event_id = ?", unknown))
                .isZero();
    }

    @Test
    void what_is_no_event_goes_to_the_rejected_topic_and_the_next_is_read() {
        Business business = Register.business(COUNTY);
        register.stream.send(
                new RawEvent(business.id().value(), Map.of("a", "b"), "no event".getBytes(StandardCharsets.UTF_8)));
        register.stream.publish(business.id(), Register.opening(business, COUNTY, TOWNSHIP));
        sendOnceKnown("hud", permit(business.id().value()))
                .then()
                .statusCode(202)
                .body("status", equalTo("accepted"));
        try (TopicReader rejected = TopicReader.of("registration.events.rejected")) {
            await("rejected")
                    .untilAsserted(() -> assertThat(rejected.of(business.id()))
                            .anySatisfy(event ->
                                    assertThat(event.header("rejectedby")).isEqualTo("exchange")));
        }
    }

    private Affair affair(Kind kind) {
        Business business = Register.business(COUNTY);
        String permitEvent = "";
        if (kind != Kind.OPENED) {
            register.stream.publish(business.id(), Register.opening(business, COUNTY, TOWNSHIP));
            permitEvent = sendOnceKnown("hud", permit(business.id().value())).path("eventId");
        }
        if (kind.endsASuspension()) {
            register.stream.publish(business.id(), Register.suspended(business));
        }
        if (kind.isBehindTheMark()) {
            register.stream.publish(business.id(), Register.suspended(business));
            register.stream.publish(business.id(), Register.separated(business));
        }
        var affair = new Affair(business, new OperatorTenureId(UUID.randomUUID()), permitEvent);
        taken(affair);
        return affair;
    }

    private static RawEvent next(Kind kind, Affair affair) {
        return register.stream.next(affair.business().id(), kind.event(affair));
    }

    /** One more event of the business, without effect here; once it is taken, everything before it was. */
    private void lastWord(Affair affair) {
        register.stream.publish(affair.business().id(), Kind.CLEARANCE_REQUESTED.event(affair));
        taken(affair);
    }

    /** Waits until every event made about the business is taken. */
    private void taken(Affair affair) {
        var id = affair.business().id();
        inbox().awaits(id, register.stream.madeFor(id).size());
    }

    /** These events, as often as and in the order in which they were given to the listener. */
    private List<RawEvent> applied(RawEvent... events) {
        return spans.applied().stream()
                .flatMap(id -> Arrays.stream(events)
                        .filter(event -> event.header("ce_id").equals(id)))
                .toList();
    }

    private void assertEffect(Kind kind, Affair affair, RawEvent event) {
        assertThat(businesses.find(affair.business().id())).contains(kind.known(affair));
        if (kind == Kind.PREMISES_VERIFICATION_REQUESTED) {
            assertThat(questions.find(EventId.of(event.header("ce_id")))).contains(question(event));
        }
        if (kind == Kind.AGENCY_EVENT_SETTLED) {
            as("hud")
                    .get("/events/" + affair.permitEvent())
                    .then()
                    .body("settlements.service", equalTo(List.of("registration")))
                    .body("settlements.outcome", equalTo(List.of("APPLIED")));
        }
    }

    private static AskedQuestion question(RawEvent event) {
        Envelope envelope = register.stream.envelopeOf(event);
        return new AskedQuestion(
                envelope.id(),
                envelope.type(),
                envelope.subject(),
                new AskedQuestion.Asked(Agency.TOWN, TOWNSHIP, DUE),
                Set.of(Exchange.PREMISES),
                envelope.context().correlationId(),
                envelope.context().occurredAt(),
                null);
    }

    private TestedInbox inbox() {
        return new TestedInbox(database, "exchange", "registration-events", "registration");
    }
}
