package io.hutong.registration;

import static io.hutong.events.OperatorChangeKind.INTER_VIVOS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.hutong.events.AbnormalGround;
import io.hutong.events.BusinessStatus;
import io.hutong.events.CreditEvent;
import io.hutong.events.CreditEvent.AbnormalListed;
import io.hutong.events.CreditEvent.AbnormalRemoved;
import io.hutong.events.CreditEvent.SeparateRegisterDue;
import io.hutong.events.DomainEvent;
import io.hutong.events.RegistrationEvent.Annulled;
import io.hutong.events.RegistrationEvent.RestoredToRegister;
import io.hutong.events.RegistrationEvent.Resumed;
import io.hutong.events.RegistrationEvent.SeparateRegistered;
import io.hutong.identity.BizId;
import io.hutong.identity.UnifiedSocialCreditCode;
import io.hutong.testing.RawEvent;
import io.hutong.testing.StreamFixture;
import io.hutong.testing.TestClock;
import io.hutong.testing.TestDatabase;
import io.hutong.testing.TestedInbox;
import io.hutong.testing.TopicReader;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Two years on the abnormal list, as credit states it: into the separate register, and back when the list is left. */
@QuarkusTest
@RegistrationServers
@DisplayNameGeneration(ReplaceUnderscores.class)
class SeparateRegisterIT {
    private static final LocalDate OPENED = LocalDate.of(2026, 3, 2);
    private static final LocalDate DUE = LocalDate.of(2028, 7, 2);
    private static final LocalDate REMOVED = LocalDate.of(2028, 9, 20);
    private static Credit credit;
    private static StreamFixture reader;
    private static TopicReader topic;

    @SuppressWarnings("NullAway.Init") // injected by the test resource
    TestDatabase database;

    @Inject
    TestClock clock;

    private final Clerk clerk = Clerk.atTheCounter();
    private final int number = Clerk.number();
    private final AbnormalListed entry = Credit.unreachable();
    private String bizId = "";

    @BeforeAll
    static void open() {
        credit = new Credit();
        reader = StreamFixture.of("registration");
        topic = TopicReader.of("registration.events");
    }

    @AfterAll
    static void close() {
        credit.close();
        reader.close();
        topic.close();
    }

    @BeforeEach
    void listed() {
        on(OPENED);
        bizId = clerk.open(Clerk.aShop(number));
        says(entry);
    }

    @AfterEach
    void today() {
        clock.reset();
    }

    @Test
    void after_two_years_the_business_is_in_it_and_comes_back_when_it_leaves_the_list() {
        on(DUE);
        says(due(entry));
        shown().body("status", equalTo("SEPARATE_REGISTER"))
                .body("separateSince", equalTo("2028-07-02"))
                .body("version", equalTo(2));
        assertThat(stated(2))
                .isEqualTo(new SeparateRegistered(uscc(), DUE, entry.entryId(), AbnormalGround.ABN_UNREACHABLE));

        AbnormalListed second = Credit.withoutReport();
        says(second);
        says(due(second));
        on(REMOVED);
        says(removed(entry, true));
        shown().body("status", equalTo("SEPARATE_REGISTER")).body("version", equalTo(2));

        says(removed(second, false));
        shown().body("status", equalTo("ACTIVE"))
                .body("separateSince", nullValue())
                .body("version", equalTo(3));
        assertThat(stated(3)).isEqualTo(new RestoredToRegister(uscc(), DUE, REMOVED, BusinessStatus.ACTIVE));
        assertThat(topic.of(id())).hasSize(3);
        assertThat(effectiveDays()).containsExactly(OPENED, DUE, REMOVED);
    }

    @Test
    void the_past_shows_it_for_the_days_on_which_it_was_there_and_the_history_its_terms() {
        on(DUE);
        says(due(entry));
        on(REMOVED);
        says(removed(entry, false));

        asOf("2028-07-01", "ACTIVE");
        asOf("2028-07-02", "SEPARATE_REGISTER");
        asOf("2028-09-19", "SEPARATE_REGISTER");
        asOf("2028-09-20", "ACTIVE");
        asOf("2028-09-20&knownAt=2028-09-19T00:00:00Z", "SEPARATE_REGISTER");
        asOf("2028-07-02&knownAt=2028-07-01T00:00:00Z", "ACTIVE");
        clerk.get("/businesses/" + bizId + "/history")
                .then()
                .body("items.kind", equalTo(List.of("OPENING")))
                .body("separateRegister.since", equalTo(List.of("2028-07-02")))
                .body("separateRegister.restoredOn", equalTo(List.of("2028-09-20")))
                .body("separateRegister.ground", equalTo(List.of("ABN_UNREACHABLE")))
                .body(
                        "separateRegister.entryId",
                        equalTo(List.of(entry.entryId().value())));
    }

    @Test
    void
            there_the_business_may_mend_what_it_is_listed_for_but_neither_suspend_trade_nor_pass_on_nor_end_the_simple_way() {
        on(DUE);
        says(due(entry));
        post("suspension", term(), 2)
                .statusCode(409)
                .body("type", equalTo("urn:hutong:problem:status-forbids"))
                .body("businessStatus", equalTo("SEPARATE_REGISTER"));
        post("operator-changes", Clerk.operatorChange(INTER_VIVOS, Clerk.operator("试丙" + number, 10 * number + 2)), 2)
                .statusCode(422)
                .body("violations.code.contains('C4')", equalTo(true));
        post("deregistration", Map.of("reason", "不再经营", "procedure", "SIMPLE"), 2)
                .statusCode(409)
                .body("type", equalTo("urn:hutong:problem:simple-deregistration-excluded"));

        post("changes", Map.of("premises", List.of(Clerk.place("新址"))), 2)
                .statusCode(201)
                .body("status", equalTo("SEPARATE_REGISTER"));
        says(removed(entry, false));
        post("suspension", term(), 4).statusCode(201).body("status", equalTo("SUSPENDED"));
    }

    @Test
    void suspended_trade_is_suspended_again_behind_it() {
        post("suspension", term(), 1).statusCode(201);
        on(DUE);
        says(due(entry));
        shown().body("status", equalTo("SEPARATE_REGISTER")).body("suspension.until", equalTo("2029-01-31"));
        on(REMOVED);
        says(removed(entry, false));

        shown().body("status", equalTo("SUSPENDED")).body("suspension.until", equalTo("2029-01-31"));
        assertThat(stated(4)).isEqualTo(new RestoredToRegister(uscc(), DUE, REMOVED, BusinessStatus.SUSPENDED));
    }

    @Test
    void trade_resumed_meanwhile_does_not_take_the_business_out_of_it() {
        post("suspension", term(), 1).statusCode(201);
        on(DUE);
        says(due(entry));
        post("resumption", Map.of(), 3).statusCode(201).body("status", equalTo("SEPARATE_REGISTER"));
        assertThat(((Resumed) stated(4)).automatic()).isFalse();
        on(REMOVED);
        says(removed(entry, false));

        assertThat(stated(5)).isEqualTo(new RestoredToRegister(uscc(), DUE, REMOVED, BusinessStatus.ACTIVE));
    }

    @Test
    void a_business_that_ended_there_and_comes_back_is_there_again_and_that_is_stated_again() {
        on(DUE);
        says(due(entry));
        String end = deregister(2);
        shown().body("status", equalTo("DEREGISTERED"));
        annul(end, 3).body("status", equalTo("SEPARATE_REGISTER"));

        assertThat(((Annulled) stated(4)).restored().status()).isEqualTo(BusinessStatus.ACTIVE);
        assertThat(stated(5))
                .isEqualTo(new SeparateRegistered(uscc(), DUE, entry.entryId(), AbnormalGround.ABN_UNREACHABLE));
    }

    @Test
    void a_business_taken_off_the_list_after_its_end_comes_back_as_it_was_before() {
        on(DUE);
        says(due(entry));
        String end = deregister(2);
        says(removed(entry, false));
        shown().body("status", equalTo("DEREGISTERED"));
        annul(end, clerk.version(bizId)).body("status", equalTo("ACTIVE"));

        assertThat(stated(4)).isInstanceOf(Annulled.class);
        assertThat(topic.of(id())).hasSize(4);
    }

    @Test
    void what_became_due_behind_the_end_is_stated_when_the_business_comes_back() {
        on(DUE);
        String end = deregister(1);
        says(due(entry));
        shown().body("status", equalTo("DEREGISTERED"));
        assertThat(topic.of(id())).hasSizeLessThanOrEqualTo(2);
        annul(end, clerk.version(bizId)).body("status", equalTo("SEPARATE_REGISTER"));

        assertThat(stated(4))
                .isEqualTo(new SeparateRegistered(uscc(), DUE, entry.entryId(), AbnormalGround.ABN_UNREACHABLE));
    }

    private static SeparateRegisterDue due(AbnormalListed entry) {
        return new SeparateRegisterDue(entry.entryId(), Credit.USCC, entry.listedOn(), DUE);
    }

    private static AbnormalRemoved removed(AbnormalListed entry, boolean stillListed) {
        return new AbnormalRemoved(
                entry.entryId(),
                Credit.USCC,
                entry.ground(),
                entry.reportYear(),
                AbnormalRemoved.Mode.OFFICER,
                "甘市监异移字〔2028〕1号",
                REMOVED,
                stillListed);
    }

    private void says(CreditEvent event) {
        credit.says(bizId, event);
        new TestedInbox(database, "registration", "credit-events", "credit")
                .awaits(id(), credit.stream.madeFor(id()).size());
    }

    private void on(LocalDate day) {
        clock.startAt(Instant.parse(day + "T02:00:00Z"));
    }

    private static Map<String, Object> term() {
        return Map.of("until", "2029-01-31", "serviceAddress", Clerk.place("送达地址"), "reason", "道路施工");
    }

    private ValidatableResponse post(String command, Object body, long version) {
        return clerk.post("/businesses/" + bizId + "/" + command, body, version).then();
    }

    private String deregister(long version) {
        return post("deregistration", Map.of("reason", "不再经营"), version)
                .statusCode(201)
                .extract()
                .path("changeId");
    }

    private ValidatableResponse annul(String changeId, long version) {
        return clerk.post(
                        "/changes/" + changeId + "/annulment",
                        Map.of("decisionNo", "甘市监撤〔2028〕1号", "reason", "登记有误"),
                        version)
                .then()
                .statusCode(201);
    }

    private ValidatableResponse shown() {
        return clerk.get("/businesses/" + bizId).then().statusCode(200);
    }

    private void asOf(String query, String status) {
        clerk.get("/businesses/" + bizId + "?asOf=" + query)
                .then()
                .statusCode(200)
                .body("status", equalTo(status));
    }

    private UnifiedSocialCreditCode uscc() {
        return new UnifiedSocialCreditCode(clerk.get("/businesses/" + bizId).<String>path("uscc"));
    }

    private BizId id() {
        return BizId.of(bizId);
    }

    /** The n-th event of the business. */
    private DomainEvent stated(int n) {
        await("the event is sent")
                .atMost(Duration.ofSeconds(20))
                .until(() -> topic.of(id()).size() >= n);
        return reader.read(topic.of(id()).get(n - 1));
    }

    private List<LocalDate> effectiveDays() {
        return topic.of(id()).stream()
                .map((RawEvent event) -> reader.envelopeOf(event).context().effectiveAt())
                .toList();
    }
}
