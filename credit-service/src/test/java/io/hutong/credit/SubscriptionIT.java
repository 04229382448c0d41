package io.hutong.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.hutong.credit.consent.TestBanks;
import io.hutong.events.Address;
import io.hutong.events.ChangedFacts;
import io.hutong.events.CreditEvent.AbnormalRemoved;
import io.hutong.events.CreditEvent.PenaltyWithdrawn;
import io.hutong.events.CreditEvent.ProfileUpdated;
import io.hutong.events.ProfileLayer;
import io.hutong.events.RegistrationEvent;
import io.hutong.identity.ChangeId;
import io.hutong.testing.Register;
import io.hutong.testing.Register.Business;
import io.hutong.testing.TestDatabase;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Changes of businesses for banks that follow them: none is lost, none is passed over, each is given until it is acknowledged. */
@QuarkusTest
@CreditServers
@DisplayNameGeneration(ReplaceUnderscores.class)
class SubscriptionIT extends CreditDesks {
    private static final Instant AUGUST = Instant.parse("2026-08-03T02:00:00Z");

    private final String organisation = TestBanks.next();
    private final BankDesk bank = BankDesk.another(organisation);

    @SuppressWarnings("NullAway.Init") // injected by the test resource
    TestDatabase database;

    @BeforeEach
    void inAugust() {
        heard(database);
        clock.startAt(AUGUST);
    }

    @Test
    void changes_come_in_their_order_until_they_are_acknowledged_and_the_authority_sees_how_far_a_bank_is() {
        Business one = known();
        Business other = known();
        Business nobody = Register.business(Register.COUNTY);
        bank.follows(one, other, nobody)
                .then()
                .statusCode(200)
                .body("businesses", equalTo(2))
                .body("unknown", contains(nobody.uscc().value()));
        String entryId = lists(one);
        lists(other);
        officer.removes(entryId, "CURED").then().statusCode(200);

        JsonPath changes = bank.changes("");
        assertThat(changes.getList("items.number", Long.class)).containsExactly(1L, 2L, 3L);
        assertThat(changes.getList("items.kind"))
                .containsExactly("ABNORMAL_LISTED", "ABNORMAL_LISTED", "ABNORMAL_REMOVED");
        assertThat(changes.getList("items.uscc"))
                .containsExactly(
                        one.uscc().value(), other.uscc().value(), one.uscc().value());
        assertThat(changes.<String>getList("items.facts.ground"))
                .containsExactly("ABN_UNREACHABLE", "ABN_UNREACHABLE", "ABN_UNREACHABLE");
        assertThat(changes.getString("items[2].facts.entryId")).isEqualTo(entryId);
        assertThat(changes.getString("items[2].facts.decisionNo")).startsWith("甘市监异移字");
        assertThat(bank.changes("?after=1&limit=1").getList("items.number", Long.class))
                .containsExactly(2L);

        bank.acknowledges(2)
                .then()
                .statusCode(200)
                .body("acknowledged", equalTo(2))
                .body("last", equalTo(3));
        assertThat(bank.changes("").getList("items.number", Long.class)).containsExactly(3L);
        assertThat(bank.changes("?after=0").getList("items.number", Long.class)).containsExactly(3L);
        bank.acknowledges(1).then().statusCode(200).body("acknowledged", equalTo(2));
        bank.acknowledges(4).then().statusCode(422).body("violations.code", contains("feed.not-given"));

        clock.advance(Duration.ofMinutes(10));
        String own = "items.find { it.organisation == '" + organisation + "' }.";
        officer.get("/subscriptions")
                .then()
                .statusCode(200)
                .body(own + "businesses", equalTo(2))
                .body(own + "last", equalTo(3))
                .body(own + "acknowledged", equalTo(2))
                .body(own + "pending", equalTo(1));
        int age = officer.get("/subscriptions").path(own + "oldestPendingSeconds");
        assertThat(age).isBetween(595, 660);
        assertThat(database.number(
                        "select count(*) from feed_entry where organisation = ? and made_at is not null"
                                + " and acknowledged_at >= made_at",
                        organisation))
                .isEqualTo(2);
        page.get("/businesses/" + one.id() + "/looks")
                .then()
                .body(
                        "items.fields",
                        contains(List.of(
                                "name",
                                "operatorName",
                                "status",
                                "scope",
                                "premises",
                                "abnormalEntry",
                                "penalty",
                                "seriousEntry",
                                "permit",
                                "publishedTaxArrears")));
    }

    @Test
    void a_status_that_changes_is_told_and_who_follows_no_more_is_told_nothing() {
        Business business = known();
        bank.follows(business).then().statusCode(200);
        bank.follows(business).then().statusCode(200);
        register.stream.publish(business.id(), Register.suspended(business));
        register.stream.publish(business.id(), Register.resumed(business));
        await("both are told")
                .atMost(Duration.ofSeconds(30))
                .until(() -> bank.changes("").getList("items").size() >= 2);
        JsonPath changes = bank.changes("");
        assertThat(changes.getList("items.kind")).containsExactly("STATUS_CHANGED", "STATUS_CHANGED");
        assertThat(changes.getList("items.facts.status")).containsExactly("SUSPENDED", "ACTIVE");

        bank.followsNoMore(business).then().statusCode(200).body("businesses", equalTo(1));
        lists(business);
        assertThat(bank.changes("").getList("items")).hasSize(2);
    }

    @Test
    void penalties_and_serious_entries_are_told_as_they_come_and_go() {
        Business business = known();
        bank.follows(business).then().statusCode(200);
        var desk = new PenaltyDesk(officer);
        desk.records(business, PenaltyDesk.fine(8000, "2026-07-20")).then().statusCode(201);
        assertThat(bank.changes("").getList("items")).isEmpty();
        String penalty = desk.publishedFine(business, "2026-07-21");
        String entry = desk.listsSeriously(business, penalty, "2026-07-22").path("entryId");
        desk.withdraws(penalty, "ANNULLED", "2026-08-03").then().statusCode(200);
        String over = desk.publishedFine(business, "2026-07-23");
        clock.startAt(Instant.parse("2027-08-03T16:00:00Z"));
        await("the second has ended by itself")
                .atMost(Duration.ofSeconds(30))
                .until(() -> bank.changes("").getList("items").size() >= 6);

        JsonPath changes = bank.changes("");
        assertThat(changes.getList("items.kind"))
                .containsExactly(
                        "PENALTY_PUBLISHED",
                        "SERIOUS_LISTED",
                        "PENALTY_WITHDRAWN",
                        "SERIOUS_REMOVED",
                        "PENALTY_PUBLISHED",
                        "PENALTY_PUBLICATION_ENDED");
        assertThat(changes.<String, String>getMap("items[0].facts"))
                .containsEntry("penaltyId", penalty)
                .containsEntry("kind", "FINE")
                .containsEntry("severity", "GENERAL")
                .containsEntry("decidedOn", "2026-07-21")
                .containsEntry("on", "2026-08-03")
                .containsEntry("publishTo", "2027-08-03");
        assertThat(changes.<String, String>getMap("items[1].facts"))
                .containsEntry("entryId", entry)
                .containsEntry("ground", "SAFETY")
                .containsEntry("leavesOn", "2029-07-23");
        assertThat(changes.<String, String>getMap("items[2].facts"))
                .containsEntry("penaltyId", penalty)
                .containsEntry("why", "ANNULLED");
        assertThat(changes.<String, String>getMap("items[3].facts"))
                .containsEntry("entryId", entry)
                .containsEntry("why", "PENALTY_WITHDRAWN");
        assertThat(changes.<String, String>getMap("items[5].facts"))
                .containsEntry("penaltyId", over)
                .containsEntry("why", "TERM_OVER")
                .containsEntry("on", "2027-08-04");
        assertThat(stated.about(business, ProfileUpdated.class, 6))
                .extracting(ProfileUpdated::changed)
                .containsExactly(
                        List.of("penalty"),
                        List.of("seriousEntry"),
                        List.of("penalty"),
                        List.of("seriousEntry"),
                        List.of("penalty"),
                        List.of("penalty"));
        assertThat(stated.about(business, ProfileUpdated.class))
                .extracting(ProfileUpdated::version)
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @Test
    void what_stands_on_the_licence_is_told_when_it_changes() {
        Business business = known();
        bank.follows(business).then().statusCode(200);
        register.stream.publish(business.id(), Register.renamed(business, "张掖市甘州区新名面馆（个体工商户）"));
        register.stream.publish(business.id(), Register.operatorRenamed(business));
        register.stream.publish(business.id(), Register.moved(business, Register.COUNTY));
        await("all are told")
                .atMost(Duration.ofSeconds(30))
                .until(() -> bank.changes("").getList("items").size() >= 3);
        JsonPath changes = bank.changes("");
        assertThat(changes.getList("items.kind")).containsExactly("FACTS_CHANGED", "FACTS_CHANGED", "FACTS_CHANGED");
        assertThat(changes.<Map<String, String>>getList("items.facts"))
                .containsExactly(
                        Map.of("name", "张掖市甘州区新名面馆（个体工商户）"),
                        Map.of("operatorName", "王新名"),
                        Map.of("premises", "甘肃省张掖市甘州区南街1号"));
        assertThat(stated.about(business, ProfileUpdated.class, 6))
                .extracting(ProfileUpdated::layer, ProfileUpdated::changed)
                .containsExactly(
                        tuple(ProfileLayer.L0, List.of("name")),
                        tuple(ProfileLayer.L1, List.of("changes")),
                        tuple(ProfileLayer.L0, List.of("operatorName")),
                        tuple(ProfileLayer.L1, List.of("changes")),
                        tuple(ProfileLayer.L0, List.of("premises")),
                        tuple(ProfileLayer.L1, List.of("changes")));
    }

    @Test
    void the_end_of_showing_an_entry_is_told_before_its_removal() {
        Business business = known();
        bank.follows(business).then().statusCode(200);
        officer.lists(business.id(), "ABN_REPORT", 2025, "2026-07-01").then().statusCode(201);
        clock.startAt(Instant.parse("2027-06-30T16:00:00Z"));
        await("it is told")
                .atMost(Duration.ofSeconds(30))
                .until(() -> bank.changes("").getList("items").size() >= 2);
        JsonPath changes = bank.changes("");
        assertThat(changes.getList("items.kind")).containsExactly("ABNORMAL_LISTED", "ABNORMAL_PUBLICATION_ENDED");
        assertThat(changes.getString("items[1].facts.on")).isEqualTo("2027-07-01");
    }

    @Test
    void who_follows_after_a_penalty_was_shown_is_not_told_that_it_falls() {
        Business business = known();
        BankDesk during = BankDesk.another(organisation + "D");
        BankDesk late = BankDesk.another(organisation + "L");
        bank.follows(business).then().statusCode(200);
        var desk = new PenaltyDesk(officer);
        String penalty = desk.publishedFine(business, "2026-07-21");
        during.follows(business).then().statusCode(200);
        clock.startAt(Instant.parse("2027-08-03T16:00:00Z"));
        await("its term is over")
                .atMost(Duration.ofSeconds(30))
                .until(() -> bank.changes("").getList("items").size() >= 2);
        late.follows(business).then().statusCode(200);
        desk.withdraws(penalty, "ANNULLED", "2027-08-04").then().statusCode(200);

        assertThat(bank.changes("").getList("items.kind"))
                .containsExactly("PENALTY_PUBLISHED", "PENALTY_PUBLICATION_ENDED", "PENALTY_WITHDRAWN");
        assertThat(during.changes("").getList("items.kind"))
                .containsExactly("PENALTY_PUBLICATION_ENDED", "PENALTY_WITHDRAWN");
        assertThat(late.changes("").getList("items")).isEmpty();
        stated.about(business, PenaltyWithdrawn.class, 1);
        assertThat(stated.about(business, ProfileUpdated.class))
                .extracting(ProfileUpdated::changed)
                .containsExactly(List.of("penalty"), List.of("penalty"));
    }

    @Test
    void who_follows_after_an_entry_was_shown_is_not_told_of_its_removal() {
        Business business = known();
        BankDesk late = BankDesk.another(organisation + "L");
        bank.follows(business).then().statusCode(200);
        String entry = officer.lists(business.id(), "ABN_REPORT", 2025, "2026-07-01")
                .then()
                .statusCode(201)
                .extract()
                .path("entryId");
        ObjectionDesk objections = new ObjectionDesk(officer, page);
        String objection = objections.against(business, "ABNORMAL_ENTRY", entry).path("objectionId");
        objections.findWrong(objection);
        clock.startAt(Instant.parse("2027-06-30T16:00:00Z"));
        await("it is shown no longer")
                .atMost(Duration.ofSeconds(30))
                .until(() -> bank.changes("").getList("items").size() >= 2);
        late.follows(business).then().statusCode(200);
        objections.step(objection, "CORRECT").then().statusCode(200);

        assertThat(bank.changes("").getList("items.kind"))
                .containsExactly("ABNORMAL_LISTED", "ABNORMAL_PUBLICATION_ENDED", "ABNORMAL_REMOVED");
        assertThat(late.changes("").getList("items")).isEmpty();
        stated.about(business, AbnormalRemoved.class, 1);
        assertThat(stated.about(business, ProfileUpdated.class))
                .extracting(ProfileUpdated::changed)
                .containsExactly(List.of("abnormalEntry"), List.of("abnormalEntry"));
    }

    @Test
    void what_the_register_has_not_stated_yet_is_unknown_and_its_first_word_is_no_change() throws SQLException {
        Business business = known();
        bank.follows(business).then().statusCode(200);
        try (Connection connection = database.connect();
                var before = connection.prepareStatement(
                        "update business set operator_name = null, scope = null, premises = null where biz_id = ?")) {
            before.setString(1, business.id().value());
            before.executeUpdate();
        }
        assertThat(bank.looksAt(business).jsonPath().getList("unknown"))
                .containsExactly("operatorName", "scope", "premises");

        register.stream.publish(business.id(), Register.suspended(business));
        register.stream.publish(business.id(), Register.operatorRenamed(business));
        assertThat(stated.about(business, ProfileUpdated.class, 3))
                .extracting(ProfileUpdated::layer, ProfileUpdated::changed)
                .containsExactly(
                        tuple(ProfileLayer.L0, List.of("status")),
                        tuple(ProfileLayer.L0, List.of("operatorName")),
                        tuple(ProfileLayer.L1, List.of("changes")));
        assertThat(bank.changes("").getList("items.kind")).containsExactly("STATUS_CHANGED");
        JsonPath profile = bank.looksAt(business).jsonPath();
        assertThat(profile.getList("unknown")).containsExactly("scope", "premises");
        assertThat(profile.getString("facts.find { it.field == 'operatorName' }.value"))
                .isEqualTo("王新名");
    }

    @Test
    void a_place_online_is_told_by_its_address_alone() {
        Business business = known();
        register.stream.publish(
                business.id(),
                new RegistrationEvent.Changed(
                        new ChangeId(UUID.randomUUID()),
                        business.uscc(),
                        ChangedFacts.of(
                                null, null, List.of(new Address(Register.TOWNSHIP, "南街1号", Address.Kind.PHYSICAL))),
                        ChangedFacts.of(
                                null,
                                null,
                                List.of(
                                        new Address(Register.COUNTY, "南街1号", Address.Kind.PHYSICAL),
                                        new Address(Register.COUNTY, "https://shop.example/42", Address.Kind.ONLINE))),
                        true));
        stated.about(business, ProfileUpdated.class, 2);
        assertThat(bank.looksAt(business).jsonPath().getList("facts.findAll { it.field == 'premises' }.value"))
                .containsExactly("甘肃省张掖市甘州区南街1号", "https://shop.example/42");
    }

    @Test
    void to_follow_what_is_followed_already_is_no_other_look() {
        Business business = known();
        Business other = known();
        bank.follows(business).then().statusCode(200).body("businesses", equalTo(1));
        bank.follows(business, other).then().statusCode(200).body("businesses", equalTo(2));
        page.get("/businesses/" + business.id() + "/looks").then().body("items", hasSize(1));
        page.get("/businesses/" + other.id() + "/looks").then().body("items", hasSize(1));
    }

    @Test
    void more_than_four_requests_to_follow_at_a_time_are_refused_and_each_gives_its_place_back() throws Exception {
        Business held = known();
        Business free = known();
        bank.follows(held).then().statusCode(200);
        ExecutorService waiting = Executors.newFixedThreadPool(4);
        try (Connection holding = database.connect()) {
            holding.setAutoCommit(false);
            try (var lock = holding.prepareStatement("select 1 from stream where biz_id = ? for update")) {
                lock.setString(1, held.id().value());
                lock.executeQuery();
            }
            List<Future<Integer>> four = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                four.add(waiting.submit(() -> bank.follows(held).statusCode()));
            }
            await("all four are under way")
                    .atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> bank.follows(free)
                            .then()
                            .statusCode(429)
                            .header("Retry-After", equalTo("5"))
                            .body("type", equalTo("urn:hutong:problem:too-many-batches")));
            BankDesk.another(organisation + "X").follows(free).then().statusCode(200);
            holding.rollback();
            for (Future<Integer> one : four) {
                assertThat(one.get()).isEqualTo(200);
            }
        } finally {
            waiting.shutdownNow();
        }
        bank.follows(free).then().statusCode(200);
    }

    @Test
    void who_waits_is_answered_as_soon_as_something_changes_and_keeps_no_connection_meanwhile() throws Exception {
        Business business = known();
        bank.follows(business).then().statusCode(200);
        ExecutorService waiting = Executors.newFixedThreadPool(1);
        try {
            Future<JsonPath> next = waiting.submit(() -> bank.changes("?wait=20"));
            await("it waits")
                    .during(Duration.ofMillis(600))
                    .atMost(Duration.ofSeconds(10))
                    .until(() -> !next.isDone());
            lists(business);
            assertThat(next.get().getList("items.number", Long.class)).containsExactly(1L);
        } finally {
            waiting.shutdownNow();
        }
        assertThat(bank.changes("?after=1&wait=1").getList("items")).isEmpty();
        bank.get("/subscriptions/changes?wait=21").then().statusCode(422).body("violations.pointer", contains("?wait"));
        bank.get("/subscriptions/changes?limit=0").then().statusCode(422);
    }

    @Test
    void a_change_that_commits_late_is_numbered_late_so_that_nobody_passes_it_over() throws SQLException {
        Business late = known();
        Business early = known();
        bank.follows(late, early).then().statusCode(200);
        try (Connection uncommitted = database.connect()) {
            uncommitted.setAutoCommit(false);
            try (var insert = uncommitted.prepareStatement("insert into feed_entry(organisation, biz_id, uscc, kind,"
                    + " facts, made_at) values (?,?,?,'STATUS_CHANGED','{}',now(6))")) {
                insert.setString(1, organisation);
                insert.setString(2, late.id().value());
                insert.setString(3, late.uscc().value());
                insert.executeUpdate();
            }
            lists(early);
            JsonPath before = bank.changes("");
            assertThat(before.getList("items.uscc"))
                    .containsExactly(early.uscc().value());
            assertThat(before.getList("items.number", Long.class)).containsExactly(1L);
            bank.acknowledges(1).then().statusCode(200);
            uncommitted.commit();
        }
        JsonPath behind = bank.changes("?after=1");
        assertThat(behind.getList("items.uscc")).containsExactly(late.uscc().value());
        assertThat(behind.getList("items.number", Long.class)).containsExactly(2L);
    }

    @Test
    void of_changes_that_many_make_at_once_none_is_lost_or_given_twice_to_a_reader_who_never_stops() throws Exception {
        List<Business> businesses = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            businesses.add(known());
        }
        bank.follows(businesses.toArray(Business[]::new)).then().statusCode(200);
        ExecutorService people = Executors.newFixedThreadPool(5);
        List<Map<String, Object>> read = new ArrayList<>();
        try {
            List<Callable<String>> decisions = businesses.stream()
                    .<Callable<String>>map(business -> () -> lists(business))
                    .toList();
            Future<?> reader = people.submit(() -> {
                long after = 0;
                while (read.size() < businesses.size()) {
                    List<Map<String, Object>> items =
                            bank.changes("?wait=2&limit=5&after=" + after).getList("items");
                    read.addAll(items);
                    after += items.size();
                }
            });
            people.invokeAll(decisions);
            reader.get(60, TimeUnit.SECONDS);
        } finally {
            people.shutdownNow();
        }
        assertThat(read)
                .extracting(item -> ((Number) Objects.requireNonNull(item.get("number"))).longValue())
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, businesses.size()).boxed().toList());
        assertThat(read)
                .extracting(item -> item.get("uscc"))
                .containsExactlyInAnyOrderElementsOf(businesses.stream()
                        .map(business -> (Object) business.uscc().value())
                        .toList());
    }

    @Test
    void a_bank_that_is_not_connected_is_told_nothing() {
        BankDesk gone = BankDesk.another("FI-620702-GONE");
        gone.get("/subscriptions/changes")
                .then()
                .statusCode(403)
                .body("type", equalTo("urn:hutong:problem:bank-not-connected"));
        gone.looksAt(known()).then().statusCode(403);
        gone.get("/financing-demands").then().statusCode(403);
    }

    @Test
    void what_was_not_handed_over_yet_cannot_be_acknowledged() {
        Business business = known();
        bank.follows(business).then().statusCode(200);
        lists(business);
        officer.lists(business.id(), "ABN_NAME", null, "2026-07-20").then().statusCode(201);
        bank.get("/subscriptions/changes?limit=1").then().statusCode(200).body("items", hasSize(1));
        bank.acknowledges(2).then().statusCode(422).body("violations.code", contains("feed.not-given"));
        bank.acknowledges(1).then().statusCode(200);
    }

    @Test
    void one_bank_does_not_see_what_another_follows() {
        Business business = known();
        BankDesk other = BankDesk.another(organisation + "X");
        bank.follows(business).then().statusCode(200);
        lists(business);
        assertThat(other.changes("").getList("items")).isEmpty();
        other.acknowledges(1).then().statusCode(422);
        bank.get("/subscriptions/changes").then().body("items", hasSize(1));
        bank.get("/subscriptions").then().statusCode(403);
    }

    private String lists(Business business) {
        return officer.lists(business.id(), "ABN_UNREACHABLE", null, "2026-07-20")
                .then()
                .statusCode(201)
                .extract()
                .path("entryId");
    }
}
