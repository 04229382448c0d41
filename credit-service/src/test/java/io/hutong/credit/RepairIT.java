package io.hutong.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.hutong.credit.consent.TestBanks;
import io.hutong.events.CreditEvent.AbnormalRemoved;
import io.hutong.events.CreditEvent.PenaltyPublicationEnded;
import io.hutong.events.CreditEvent.RepairApplied;
import io.hutong.events.CreditEvent.RepairDecided;
import io.hutong.events.CreditEvent.RepairRequested;
import io.hutong.events.CreditEvent.SeriousRemoved;
import io.hutong.events.FilingChannel;
import io.hutong.events.PenaltyEnd;
import io.hutong.events.RepairDecision;
import io.hutong.events.RepairTarget;
import io.hutong.identity.OperatorTenureId;
import io.hutong.messaging.Database;
import io.hutong.testing.Register;
import io.hutong.testing.Register.Business;
import io.hutong.testing.TestDatabase;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Credit repair from the application to the end of what was shown, by the rules of the day of the application. */
@QuarkusTest
@CreditServers
@DisplayNameGeneration(ReplaceUnderscores.class)
class RepairIT extends CreditDesks {
    private static final String FOLLOWING = TestBanks.PREFIX + "R";

    @SuppressWarnings("NullAway.Init") // injected by the test resource
    TestDatabase database;

    @Inject
    Database tables;

    @AfterEach
    void platformsAreWellAgain() {
        PlatformStandIn.of("GSX").behave();
    }

    private final PenaltyDesk desk = new PenaltyDesk(officer);
    private final RepairDesk repairs = new RepairDesk(officer);

    @Test
    void a_penalty_is_repaired_after_its_shortest_period_and_every_step_shows_its_last_day() {
        on("2026-04-08");
        Business business = known();
        String penalty = desk.publishedFine(business, "2026-04-01");
        on("2026-07-08");
        page.get("/businesses/" + business.id() + "/repair-targets")
                .then()
                .body("items.targetId", contains(penalty))
                .body("items.openFrom", contains("2026-07-09"))
                .body("items.repairable", contains(true));
        String id = page.post(repairsOf(business), RepairDesk.request("PENALTY", penalty))
                .then()
                .statusCode(201)
                .body("state", equalTo("REQUESTED"))
                .body("channel", equalTo("ONLINE"))
                .body("dueOn", equalTo("2026-07-13"))
                .body("grounds.version", equalTo("2026.1"))
                .body("grounds.outcome", equalTo("NOT_YET"))
                .body("grounds.conditions.findAll { it.result == 'YES' }.id", contains("too-early"))
                .body("grounds.turns[0].changes.fact", contains("SHORTEST_OVER"))
                .body("grounds.turns[0].outcome", equalTo("ELIGIBLE"))
                .extract()
                .path("repairId");
        step(id, "ACCEPT")
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:hutong:problem:repair-conditions"))
                .body("violations.code", contains("too-early"));

        on("2026-07-09");
        step(id, "ACCEPT")
                .then()
                .statusCode(200)
                .body("state", equalTo("ACCEPTED"))
                .body("dueOn", equalTo("2026-07-20"));
        step(id, "EXTEND")
                .then()
                .statusCode(200)
                .body("extended", equalTo(true))
                .body("dueOn", equalTo("2026-08-03"));
        step(id, "EXTEND").then().statusCode(409).body("type", equalTo("urn:hutong:problem:repair-step"));
        step(id, "GRANT").then().statusCode(409).body("violations.code", contains("not-fulfilled", "not-corrected"));
        grant(id, true, false).then().statusCode(409).body("violations.code", contains("not-corrected"));
        officer.get("/penalties/" + penalty).then().body("state", equalTo("PUBLISHED"));
        grant(id, true, true)
                .then()
                .statusCode(200)
                .body("state", equalTo("GRANTED"))
                .body("dueOn", equalTo("2026-08-05"))
                .body("grounds.outcome", equalTo("ELIGIBLE"));

        officer.get("/penalties/" + penalty).then().body("state", equalTo("REPAIRED"));
        RepairRequested requested =
                stated.about(business, RepairRequested.class, 1).get(0);
        assertThat(List.of(
                        requested.repairId().value(),
                        requested.target(),
                        requested.targetId().value()))
                .containsExactly(id, RepairTarget.PENALTY, penalty);
        assertThat(List.of(requested.channel(), requested.requestedOn()))
                .containsExactly(FilingChannel.ONLINE, LocalDate.of(2026, 7, 8));
        RepairDecided decided = stated.about(business, RepairDecided.class, 1).get(0);
        assertThat(List.of(decided.repairId().value(), decided.decision(), decided.decidedOn()))
                .containsExactly(id, RepairDecision.GRANTED, LocalDate.of(2026, 7, 9));
        assertThat(stated.about(business, PenaltyPublicationEnded.class, 1))
                .extracting(PenaltyPublicationEnded::reason)
                .containsExactly(PenaltyEnd.REPAIRED);
        page.get(repairsOf(business)).then().body("items.state", contains("GRANTED"));
        step(id, "REFUSE").then().statusCode(409).body("state", equalTo("GRANTED"));
        page.post(repairsOf(business), RepairDesk.request("PENALTY", penalty))
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:hutong:problem:repair-target"));
    }

    @Test
    void a_repair_is_finished_when_every_platform_has_acknowledged_and_not_before() {
        on("2026-07-09");
        Business business = known();
        PlatformStandIn.of("GSX").answerWith(503);
        String id = granted(business);
        await("the other platform has acknowledged")
                .atMost(Duration.ofSeconds(30))
                .until(() -> stated.about(business, RepairApplied.class).size() == 1);
        assertThat(stated.about(business, RepairApplied.class).get(0).system()).isEqualTo("XCN");
        officer.get("/repairs/" + id).then().body("finishedAt", equalTo(null));
        PlatformStandIn.of("GSX").behave();
        await("finished")
                .atMost(Duration.ofSeconds(60))
                .until(() -> officer.get("/repairs/" + id).path("finishedAt") != null);
        assertThat(stated.about(business, RepairApplied.class))
                .extracting(RepairApplied::system)
                .containsExactly("XCN", "GSX");
        officer.get("/repairs/" + id).then().body("dueOn", equalTo(null)).body("overdue", equalTo(false));
    }

    @Test
    void a_repair_is_finished_when_every_bank_that_follows_has_acknowledged_too_and_what_hangs_shows_its_age() {
        on("2026-07-09");
        Business business = known();
        BankDesk following = BankDesk.another(FOLLOWING);
        BankDesk leaving = BankDesk.another(FOLLOWING + "B");
        following.follows(business).then().statusCode(200);
        leaving.follows(business).then().statusCode(200);
        subscribes("FI-620702-GONE", business);
        String id = granted(business);
        await("both platforms have acknowledged")
                .atMost(Duration.ofSeconds(30))
                .until(() -> stated.about(business, RepairApplied.class).size() == 2);
        clock.advance(Duration.ofMinutes(10));
        JsonPath hanging = officer.get("/repairs/" + id).jsonPath();
        assertThat(hanging.getString("finishedAt")).isNull();
        assertThat(states(hanging))
                .containsExactlyInAnyOrder(
                        "GSX ACKNOWLEDGED",
                        "XCN ACKNOWLEDGED",
                        FOLLOWING + " WAITING",
                        FOLLOWING + "B WAITING",
                        "FI-620702-GONE NOT_CONNECTED");
        assertThat(hanging.getInt("systems.find { it.system == '" + FOLLOWING + "' }.seconds"))
                .isBetween(600, 720);

        leaving.followsNoMore(business).then().statusCode(200);
        int last = following.changes("").getInt("last");
        following.acknowledges(last).then().statusCode(200);
        await("finished")
                .atMost(Duration.ofSeconds(90))
                .until(() -> officer.get("/repairs/" + id).path("finishedAt") != null);
        JsonPath finished = officer.get("/repairs/" + id).jsonPath();
        assertThat(finished.getList("finishedWithout")).containsExactlyInAnyOrder(FOLLOWING + "B", "FI-620702-GONE");
        assertThat(states(finished)).contains(FOLLOWING + " ACKNOWLEDGED");
        assertThat(stated.about(business, RepairApplied.class))
                .extracting(RepairApplied::system)
                .containsExactlyInAnyOrder("GSX", "XCN");
        assertThat(stated.bodies(business)).doesNotContain("FI-620702");
    }

    @Test
    void a_step_against_the_business_is_explained_to_it_and_to_nobody_else() throws Exception {
        on("2026-07-09");
        Business business = known();
        String entry = unreachable(business, "2026-07-08");
        for (String step : List.of("NOT_ACCEPT", "REFUSE", "FIND_FALSE")) {
            String id = page.post(repairsOf(business), RepairDesk.request("ABNORMAL_ENTRY", entry))
                    .path("repairId");
            if (step.equals("REFUSE")) {
                step(id, "ACCEPT").then().statusCode(200).body("reason", equalTo(null));
            }
            for (String unfit : List.of("", " ", "长".repeat(1001))) {
                repairs.step(id, step, unfit).then().statusCode(422).body("violations.pointer", contains("/reason"));
            }
            officer.post("/repairs/" + id + "/steps", Map.of("step", step))
                    .then()
                    .statusCode(422)
                    .body("violations.pointer", contains("/reason"));
            String reason = "金丝雀" + step + "缺少照片" + UUID.randomUUID();
            repairs.step(id, step, reason).then().statusCode(200).body("reason", equalTo(reason));
            assertThat(page.get(repairsOf(business)).jsonPath().getList("items.reason"))
                    .contains(reason);
        }
        assertThat(stated.about(business, RepairDecided.class, 3))
                .extracting(RepairDecided::decision)
                .containsExactly(RepairDecision.NOT_ACCEPTED, RepairDecision.REFUSED, RepairDecision.FALSE_MATERIAL);
        assertThat(stated.bodies(business)).doesNotContain("金丝雀");
        assertThat(Files.readString(Path.of("target/quarkus-test.log"))).doesNotContain("金丝雀");
        List<byte[]> kept =
                tables.query("select reason from repair where biz_id = ?", row -> row.getBytes(1), business.id());
        assertThat(kept).hasSize(3).noneMatch(bytes -> new String(bytes, StandardCharsets.UTF_8).contains("金丝雀"));
    }

    @Test
    void false_material_may_come_out_when_the_repair_is_finished_and_nothing_is_due_any_more() {
        on("2026-07-09");
        Business business = known();
        String id = granted(business);
        await("finished")
                .atMost(Duration.ofSeconds(60))
                .until(() -> officer.get("/repairs/" + id).path("finishedAt") != null);
        step(id, "FIND_FALSE")
                .then()
                .statusCode(200)
                .body("state", equalTo("FALSE_MATERIAL"))
                .body("barredUntil", equalTo("2029-07-09"));
    }

    @Test
    void a_platform_that_has_shown_it_is_waited_for_when_it_is_gone_and_one_that_has_not_may_answer_later() {
        on("2026-07-09");
        Business business = known();
        String entry = unreachable(business, "2026-07-01");
        shownBy("SHOWING", entry);
        shownBy("SILENT", entry);
        execute("update publication set acknowledged_version = null, acknowledged_at = null where platform = 'SILENT'"
                + " and subject_id = '" + entry + "'");
        String id = page.post(repairsOf(business), RepairDesk.request("ABNORMAL_ENTRY", entry))
                .path("repairId");
        step(id, "ACCEPT").then().statusCode(200);
        grant(id, true, true).then().statusCode(200);
        await("both platforms have acknowledged")
                .atMost(Duration.ofSeconds(30))
                .until(() -> stated.about(business, RepairApplied.class).size() == 2);
        JsonPath hanging = officer.get("/repairs/" + id).jsonPath();
        assertThat(hanging.getString("finishedAt")).isNull();
        assertThat(states(hanging))
                .containsExactlyInAnyOrder(
                        "GSX ACKNOWLEDGED", "XCN ACKNOWLEDGED", "SHOWING WAITING", "SILENT NOT_CONNECTED");

        acknowledgedBy("SHOWING", entry);
        await("finished")
                .atMost(Duration.ofSeconds(90))
                .until(() -> officer.get("/repairs/" + id).path("finishedAt") != null);
        officer.get("/repairs/" + id).then().body("finishedWithout", contains("SILENT"));

        acknowledgedBy("SILENT", entry);
        await("it is noted")
                .atMost(Duration.ofSeconds(90))
                .until(() -> stated.about(business, RepairApplied.class).size() == 4);
        assertThat(stated.about(business, RepairApplied.class))
                .extracting(RepairApplied::system)
                .endsWith("SHOWING", "SILENT");
        assertThat(states(officer.get("/repairs/" + id).jsonPath())).contains("SILENT ACKNOWLEDGED");
    }

    @Test
    void false_material_bars_what_was_applied_for_before_it_came_out_and_may_come_out_after_the_grant() {
        on("2026-07-09");
        Business business = known();
        String id = granted(business);
        String other = page.post(
                        repairsOf(business), RepairDesk.request("ABNORMAL_ENTRY", unreachable(business, "2026-07-08")))
                .then()
                .statusCode(201)
                .extract()
                .path("repairId");
        step(id, "FIND_FALSE").then().statusCode(200).body("state", equalTo("FALSE_MATERIAL"));
        step(other, "ACCEPT").then().statusCode(409).body("type", equalTo("urn:hutong:problem:repair-barred"));
    }

    @Test
    void the_last_day_to_take_it_up_lies_behind_the_holidays() {
        on("2026-09-28");
        Business business = known();
        String id = page.post(
                        repairsOf(business), RepairDesk.request("ABNORMAL_ENTRY", unreachable(business, "2026-09-01")))
                .then()
                .statusCode(201)
                .body("dueOn", equalTo("2026-10-08"))
                .extract()
                .path("repairId");
        on("2026-10-08");
        assertThat(overdue(id)).isFalse();
        on("2026-10-09");
        assertThat(overdue(id)).isTrue();
        step(id, "ACCEPT").then().statusCode(200).body("dueOn", equalTo("2026-10-19"));
        assertThat(overdue(id)).isFalse();
    }

    @Test
    void an_application_of_march_is_judged_by_the_old_rules_and_one_of_april_by_the_new() {
        on("2025-09-02");
        Business business = known();
        String penalty = desk.publishedFine(business, "2025-09-01");
        officer.get("/penalties/" + penalty).then().body("shortestEndsOn", equalTo("2026-03-02"));
        String entry = unreachable(business, "2025-09-01");

        on("2026-03-31");
        String march = page.post(repairsOf(business), RepairDesk.request("PENALTY", penalty))
                .then()
                .statusCode(201)
                .body("dueOn", equalTo("2026-04-02"))
                .body("grounds.version", equalTo("2021.1"))
                .body("grounds.conditions.findAll { it.result == 'YES' }.id", contains("in-another-list"))
                .extract()
                .path("repairId");
        String old = page.post(repairsOf(business), RepairDesk.request("ABNORMAL_ENTRY", entry))
                .then()
                .statusCode(201)
                .body("dueOn", equalTo("2026-04-02"))
                .extract()
                .path("repairId");
        on("2026-04-01");
        step(march, "ACCEPT").then().statusCode(409).body("violations.code", contains("in-another-list"));
        step(march, "NOT_ACCEPT").then().statusCode(200).body("state", equalTo("NOT_ACCEPTED"));
        page.post(repairsOf(business), RepairDesk.request("PENALTY", penalty))
                .then()
                .statusCode(201)
                .body("dueOn", equalTo("2026-04-07"))
                .body("grounds.version", equalTo("2026.1"))
                .body("grounds.conditions.findAll { it.result == 'YES' }.id", contains("in-another-list"));
        step(old, "ACCEPT").then().statusCode(200).body("dueOn", equalTo("2026-04-09"));
        step(old, "EXTEND").then().statusCode(409).body("type", equalTo("urn:hutong:problem:repair-step"));
    }

    @Test
    void an_entry_that_needs_an_officer_is_removed_with_the_decision() {
        on("2026-07-09");
        Business business = known();
        String entry = unreachable(business, "2026-07-01");
        String id = officer.post(repairsOf(business), RepairDesk.request("ABNORMAL_ENTRY", entry))
                .then()
                .statusCode(201)
                .body("channel", equalTo("DESK"))
                .extract()
                .path("repairId");
        step(id, "ACCEPT").then().statusCode(200);
        grant(id, true, true).then().statusCode(200);
        officer.get("/abnormal-entries/" + entry).then().body("removalMode", equalTo("OFFICER"));
        assertThat(stated.about(business, AbnormalRemoved.class, 1)).hasSize(1);
    }

    @Test
    void a_refusal_says_what_the_officer_found_and_the_business_may_ask_again() {
        on("2026-07-09");
        Business business = known();
        String entry = unreachable(business, "2026-07-01");
        String id = page.post(repairsOf(business), RepairDesk.request("ABNORMAL_ENTRY", entry))
                .path("repairId");
        step(id, "ACCEPT").then().statusCode(200).body("grounds.outcome", equalTo("ELIGIBLE"));
        officer.post(
                        "/repairs/" + id + "/steps",
                        Map.of(
                                "step",
                                "REFUSE",
                                "findings",
                                Map.of("fulfilled", true, "corrected", false),
                                "reason",
                                "门店尚未整改"))
                .then()
                .statusCode(200)
                .body("state", equalTo("REFUSED"))
                .body("reason", equalTo("门店尚未整改"))
                .body("dueOn", equalTo(null))
                .body("grounds.conditions.findAll { it.result == 'YES' }.id", contains("not-corrected"));
        assertThat(stated.about(business, RepairDecided.class, 1).get(0).decision())
                .isEqualTo(RepairDecision.REFUSED);
        assertThat(officer.openGrounds(business.id())).containsExactly("ABN_UNREACHABLE");
        page.post(repairsOf(business), RepairDesk.request("ABNORMAL_ENTRY", entry))
                .then()
                .statusCode(201);
    }

    @Test
    void the_serious_violation_list_is_left_early_after_a_year() {
        on("2026-09-30");
        Business business = known();
        String penalty = desk.publishedFine(business, "2026-09-21");
        String entry = desk.listsSeriously(business, penalty, "2026-09-28").path("entryId");
        on("2027-09-28");
        String id = page.post(repairsOf(business), RepairDesk.request("SERIOUS_ENTRY", entry))
                .path("repairId");
        step(id, "ACCEPT").then().statusCode(409).body("violations.code", contains("too-early"));
        on("2027-09-29");
        step(id, "ACCEPT").then().statusCode(200).body("state", equalTo("ACCEPTED"));
        step(id, "EXTEND").then().statusCode(409);
        grant(id, true, true).then().statusCode(200);
        assertThat(stated.about(business, SeriousRemoved.class, 1).get(0).mode())
                .isEqualTo(SeriousRemoved.Mode.REPAIRED);
        officer.get("/serious-entries/" + entry).then().body("open", equalTo(false));
    }

    @Test
    void who_hands_in_false_material_is_refused_and_barred_for_three_years() {
        on("2026-07-09");
        Business business = known();
        String entry = unreachable(business, "2026-07-01");
        String id = page.post(repairsOf(business), RepairDesk.request("ABNORMAL_ENTRY", entry))
                .path("repairId");
        step(id, "FIND_FALSE")
                .then()
                .statusCode(200)
                .body("state", equalTo("FALSE_MATERIAL"))
                .body("barredUntil", equalTo("2029-07-09"));
        RepairDecided decided = stated.about(business, RepairDecided.class, 1).get(0);
        assertThat(decided.decision()).isEqualTo(RepairDecision.FALSE_MATERIAL);
        assertThat(decided.barredUntil()).isEqualTo(LocalDate.of(2029, 7, 9));
        on("2029-07-09");
        page.post(repairsOf(business), RepairDesk.request("ABNORMAL_ENTRY", entry))
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:hutong:problem:repair-barred"))
                .body("until", equalTo("2029-07-09"));
        on("2029-07-10");
        page.post(repairsOf(business), RepairDesk.request("ABNORMAL_ENTRY", entry))
                .then()
                .statusCode(201);
        assertThat(officer.openGrounds(business.id())).containsExactly("ABN_UNREACHABLE");
    }

    @Test
    void what_cannot_be_repaired_on_application_is_refused() {
        on("2026-07-09");
        Business business = known();
        page.post(
                        repairsOf(business),
                        RepairDesk.request("PENALTY", UUID.randomUUID().toString()))
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:hutong:problem:repair-target"));
        String hidden =
                desk.records(business, PenaltyDesk.fine(8000, "2026-07-01")).path("penaltyId");
        page.post(repairsOf(business), RepairDesk.request("PENALTY", hidden))
                .then()
                .statusCode(409);
        String report =
                officer.lists(business.id(), "ABN_REPORT", 2025, "2026-07-01").path("entryId");
        page.post(repairsOf(business), RepairDesk.request("ABNORMAL_ENTRY", report))
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:hutong:problem:repair-target"));

        String entry = unreachable(business, "2026-07-01");
        page.post(repairsOf(known()), RepairDesk.request("ABNORMAL_ENTRY", entry))
                .then()
                .statusCode(409);
        Map<String, Object> unpromised = RepairDesk.request("ABNORMAL_ENTRY", entry);
        unpromised.put("promised", false);
        String id = page.post(repairsOf(business), unpromised).path("repairId");
        page.post(repairsOf(business), RepairDesk.request("ABNORMAL_ENTRY", entry))
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:hutong:problem:repair-pending"));
        step(id, "ACCEPT").then().statusCode(409).body("violations.code", contains("no-promise"));
        step(id, "GRANT").then().statusCode(409).body("type", equalTo("urn:hutong:problem:repair-step"));
        step(UUID.randomUUID().toString(), "ACCEPT").then().statusCode(404);
        page.get("/businesses/" + UUID.randomUUID() + "/repairs").then().statusCode(404);
    }

    @Test
    void a_revocation_under_the_old_rules_is_never_repaired() {
        on("2026-03-10");
        Business business = known();
        String penalty = desk.records(business, PenaltyDesk.decision("LICENCE_REVOKED", 0, "2026-03-02"))
                .path("penaltyId");
        desk.publishes(penalty).then().statusCode(200);
        page.get("/businesses/" + business.id() + "/repair-targets").then().body("items.repairable", contains(false));
        on("2026-04-01");
        String id = page.post(repairsOf(business), RepairDesk.request("PENALTY", penalty))
                .path("repairId");
        step(id, "ACCEPT").then().statusCode(409).body("violations.code", contains("not-repairable", "too-early"));
    }

    @Test
    void of_two_officers_at_once_one_decides_and_a_repeated_request_does_nothing_twice() throws Exception {
        on("2026-07-09");
        Business business = known();
        String entry = unreachable(business, "2026-07-01");
        String key = UUID.randomUUID().toString();
        Map<String, Object> body = RepairDesk.request("ABNORMAL_ENTRY", entry);
        String id = page.post(repairsOf(business), body, key).path("repairId");
        assertThat(page.post(repairsOf(business), body, key).<String>path("repairId"))
                .isEqualTo(id);
        step(id, "ACCEPT").then().statusCode(200);
        assertThat(AtOnce.statuses(() -> grant(id, true, true), () -> step(id, "REFUSE")))
                .containsExactly(200, 409);
        assertThat(stated.about(business, RepairDecided.class, 1)).hasSize(1);
        assertThat(stated.about(business, RepairRequested.class, 1)).hasSize(1);
    }

    @Test
    void a_business_sees_what_its_present_operator_asked() {
        on("2026-07-09");
        Business business = known();
        page.post(repairsOf(business), RepairDesk.request("ABNORMAL_ENTRY", unreachable(business, "2026-07-01")))
                .then()
                .statusCode(201);
        page.get(repairsOf(business)).then().body("items.state", contains("REQUESTED"));
        register.stream.publish(business.id(), Register.passed(business, new OperatorTenureId(UUID.randomUUID())));
        await("the next operator is known")
                .atMost(Duration.ofSeconds(30))
                .until(() -> page.get(repairsOf(business))
                        .jsonPath()
                        .getList("items")
                        .isEmpty());
        officer.get(repairsOf(business)).then().body("items.state", contains("OPERATOR_CHANGED"));
    }

    private static List<String> states(JsonPath repair) {
        return repair.<Map<String, Object>>getList("systems").stream()
                .map(system -> system.get("system") + " " + system.get("state"))
                .toList();
    }

    /** A platform that was connected while it acknowledged to show the entry. */
    private void shownBy(String platform, String entry) {
        execute(
                "insert into publication(platform, subject_id, kind, biz_id, content, shown_from, shown, version, since,"
                        + " waiting, next_try_at, acknowledged_version, acknowledged_at, refused) select '" + platform
                        + "', subject_id, kind, biz_id, content, shown_from, true, 1, since, null, next_try_at, 1, since, 0"
                        + " from publication where platform = 'GSX' and subject_id = '" + entry + "'");
    }

    private void acknowledgedBy(String platform, String entry) {
        execute(
                "update publication set acknowledged_version = version, acknowledged_at = utc_timestamp(6), waiting = null"
                        + " where platform = '" + platform + "' and subject_id = '" + entry + "'");
    }

    private void execute(String sql) {
        try (Connection connection = database.connect();
                var statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(sql)).isEqualTo(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** One that followed while it was connected. */
    private void subscribes(String organisation, Business business) {
        try (Connection connection = database.connect();
                var insert = connection.prepareStatement(
                        "insert into subscription(organisation, biz_id, since) values (?,?,now(6))")) {
            insert.setString(1, organisation);
            insert.setString(2, business.id().value());
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private String granted(Business business) {
        String id = page.post(
                        repairsOf(business), RepairDesk.request("ABNORMAL_ENTRY", unreachable(business, "2026-07-01")))
                .path("repairId");
        step(id, "ACCEPT").then().statusCode(200);
        grant(id, true, true).then().statusCode(200);
        return id;
    }

    private String unreachable(Business business, String provenOn) {
        return officer.lists(business.id(), "ABN_UNREACHABLE", null, provenOn)
                .then()
                .statusCode(201)
                .extract()
                .path("entryId");
    }

    private Response step(String id, String step) {
        return repairs.step(id, step);
    }

    private Response grant(String id, boolean fulfilled, boolean corrected) {
        return repairs.grant(id, fulfilled, corrected);
    }

    private boolean overdue(String id) {
        boolean shown = officer.get("/repairs/" + id).path("overdue");
        List<String> late =
                officer.get("/repairs?overdue=true&limit=200").jsonPath().getList("items.repairId");
        assertThat(late.contains(id)).isEqualTo(shown);
        assertThat(officer.get("/repairs?limit=200").jsonPath().<String>getList("items.repairId"))
                .contains(id);
        return shown;
    }

    private static String repairsOf(Business business) {
        return "/businesses/" + business.id() + "/repairs";
    }
}
