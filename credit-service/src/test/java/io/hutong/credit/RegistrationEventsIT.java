package io.hutong.credit;

import static io.hutong.testing.Register.COUNTY;
import static io.hutong.testing.Register.TOWNSHIP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hutong.credit.business.Businesses;
import io.hutong.credit.business.KnownBusiness;
import io.hutong.credit.business.KnownBusiness.Licence;
import io.hutong.events.BusinessStatus;
import io.hutong.events.RegistrationEvent;
import io.hutong.identity.OperatorTenureId;
import io.hutong.testing.RawEvent;
import io.hutong.testing.RecordedSpans;
import io.hutong.testing.Register;
import io.hutong.testing.Register.Business;
import io.hutong.testing.TestDatabase;
import io.hutong.testing.TestedInbox;
import io.hutong.testing.TopicReader;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every kind of event that credit hears from the register: as it should come, twice, too early, lost, broken, and committed
 * without being acknowledged.
 */
@QuarkusTest
@CreditServers
@DisplayNameGeneration(ReplaceUnderscores.class)
class RegistrationEventsIT {
    private static final LocalDate DUE = LocalDate.of(2030, 1, 1);
    private static Register register;

    @SuppressWarnings("NullAway.Init") // injected by the test resource
    TestDatabase database;

    @Inject
    Businesses businesses;

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
                case CHANGED -> Register.renamed(business, "张掖市甘州区新名面馆（个体工商户）");
                case OPERATOR_CHANGED -> Register.passed(business, affair.another());
                case OPERATOR_RENAMED -> Register.operatorRenamed(business);
                case SUSPENDED -> Register.suspended(business);
                case RESUMED, RESUMED_BEHIND_THE_MARK -> Register.resumed(business);
                case SEPARATE_REGISTERED -> Register.separated(business);
                case RESTORED -> Register.restored(business, BusinessStatus.SUSPENDED);
                case DEREGISTERED -> Register.deregistered(business);
                case ANNULLED -> Register.annulled(business, TOWNSHIP, affair.another());
                case CLEARANCE_REQUESTED -> Register.clearanceAsked(business);
                case APPLICATION_WITHDRAWN -> Register.withdrawn(business);
                case PREMISES_VERIFICATION_REQUESTED -> Register.asking(business, DUE);
                case AGENCY_EVENT_SETTLED -> Register.settled(UUID.randomUUID().toString());
            };
        }

        /** What credit knows of the business after it. */
        KnownBusiness known(Affair affair) {
            OperatorTenureId own = affair.business().tenure();
            return switch (this) {
                case CHANGED -> affair.known("张掖市甘州区新名面馆（个体工商户）", own, BusinessStatus.ACTIVE);
                case OPERATOR_CHANGED -> affair.known(Affair.NAME, affair.another(), BusinessStatus.ACTIVE, "李接手");
                case OPERATOR_RENAMED -> affair.known(Affair.NAME, own, BusinessStatus.ACTIVE, "王新名");
                case ANNULLED -> affair.known(Affair.NAME, affair.another(), BusinessStatus.ACTIVE);
                case SUSPENDED, RESTORED -> affair.known(Affair.NAME, own, BusinessStatus.SUSPENDED);
                case SEPARATE_REGISTERED, RESUMED_BEHIND_THE_MARK ->
                    affair.known(Affair.NAME, own, BusinessStatus.SEPARATE_REGISTER);
                case DEREGISTERED -> affair.known(Affair.NAME, own, BusinessStatus.DEREGISTERED);
                case OPENED,
                        RESUMED,
                        CLEARANCE_REQUESTED,
                        APPLICATION_WITHDRAWN,
                        PREMISES_VERIFICATION_REQUESTED,
                        AGENCY_EVENT_SETTLED -> affair.known(Affair.NAME, own, BusinessStatus.ACTIVE);
            };
        }

        boolean endsASuspension() {
            return this == RESUMED || this == ANNULLED;
        }

        boolean isBehindTheMark() {
            return this == RESTORED || this == RESUMED_BEHIND_THE_MARK;
        }
    }

    /** A business, and the tenure it may pass to. */
    record Affair(Business business, OperatorTenureId another) {
        private static final String NAME = "张掖市甘州区老王面馆（个体工商户）";

        KnownBusiness known(String name, OperatorTenureId tenure, BusinessStatus status) {
            return known(name, tenure, status, "王老板");
        }

        KnownBusiness known(String name, OperatorTenureId tenure, BusinessStatus status, String operator) {
            return new KnownBusiness(
                    business.id(),
                    business.uscc(),
                    name,
                    COUNTY,
                    LocalDate.of(2020, 5, 6),
                    tenure,
                    List.of(),
                    status,
                    new Licence(operator, List.of("餐饮服务"), List.of("甘肃省张掖市甘州区大满镇南街1号")));
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
        assertEffect(kind, affair);
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
        assertEffect(kind, affair);
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
        assertEffect(kind, affair);
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void one_that_cannot_be_read_parks_its_business_and_no_other_until_it_is_skipped(Kind kind) {
        Affair affair = affair(kind);
        var before = businesses.find(affair.business().id());
        RawEvent broken = next(kind, affair).withBody("{\"no\":".getBytes(StandardCharsets.UTF_8));
        RawEvent behind = next(Kind.CLEARANCE_REQUESTED, affair).withHeader("ce_prevdigest", broken.digest());
        register.stream.send(broken, behind);
        lastWord(affair(Kind.CHANGED));
        inbox().parks(affair.business().id(), 2);

        inbox().skips(affair.business().id());
        taken(affair);
        assertThat(applied(broken, behind)).containsExactly(behind);
        assertThat(businesses.find(affair.business().id())).isEqualTo(before);
        assertThat(businesses.doubtful(affair.business().id())).isEqualTo(kind != Kind.OPENED);
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void one_that_was_committed_and_not_acknowledged_comes_again_and_takes_effect_once(Kind kind) {
        Affair affair = affair(kind);
        RawEvent event = next(kind, affair);
        inbox().crashesBehind(affair.business().id(), () -> register.stream.send(event));
        taken(affair);

        assertThat(applied(event)).containsExactly(event);
        assertEffect(kind, affair);
    }

    @Test
    void what_is_no_event_goes_to_the_rejected_topic_and_the_next_is_read() {
        Business business = Register.business(COUNTY);
        register.stream.send(
                new RawEvent(business.id().value(), Map.of("a", "b"), "no event".getBytes(StandardCharsets.UTF_8)));
        register.stream.publish(business.id(), Register.opening(business, COUNTY, TOWNSHIP));
        Desk.officer().knows(business);
        try (TopicReader rejected = TopicReader.of("registration.events.rejected")) {
            await("rejected")
                    .untilAsserted(() -> assertThat(rejected.of(business.id()))
                            .anySatisfy(event ->
                                    assertThat(event.header("rejectedby")).isEqualTo("credit")));
        }
    }

    private Affair affair(Kind kind) {
        Business business = Register.business(COUNTY);
        if (kind != Kind.OPENED) {
            register.stream.publish(business.id(), Register.opening(business, COUNTY, TOWNSHIP));
        }
        if (kind.endsASuspension()) {
            register.stream.publish(business.id(), Register.suspended(business));
        }
        if (kind.isBehindTheMark()) {
            register.stream.publish(business.id(), Register.suspended(business));
            register.stream.publish(business.id(), Register.separated(business));
        }
        var affair = new Affair(business, new OperatorTenureId(UUID.randomUUID()));
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

    private void assertEffect(Kind kind, Affair affair) {
        assertThat(businesses.find(affair.business().id())).contains(kind.known(affair));
    }

    private TestedInbox inbox() {
        return new TestedInbox(database, "credit", "registration-events", "registration");
    }
}
