package io.hutong.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.hutong.credit.consent.TestBanks;
import io.hutong.events.CreditEvent.RepairApplied;
import io.hutong.testing.Register.Business;
import io.hutong.testing.TestDatabase;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What was repaired is finished when every system that showed it has acknowledged that it does no longer. */
@QuarkusTest
@CreditServers
@DisplayNameGeneration(ReplaceUnderscores.class)
class RepairFinishedIT extends CreditDesks {
    private static final String FOLLOWING = TestBanks.PREFIX + "R";

    @SuppressWarnings("NullAway.Init") // injected by the test resource
    TestDatabase database;

    private final RepairDesk repairs = new RepairDesk(officer);

    @AfterEach
    void platformsAreWellAgain() {
        PlatformStandIn.of("GSX").behave();
    }

    @Test
    void a_repair_is_finished_when_every_platform_has_acknowledged_and_not_before() {
        on("2026-07-09");
        Business business = known();
        PlatformStandIn.of("GSX").answerWith(503);
        String id = repairs.granted(business);
        await("the other platform has acknowledged")
                .atMost(Duration.ofSeconds(30))
                .until(() -> stated.about(business, RepairApplied.class).size() == 1);
        assertThat(stated.about(business, RepairApplied.class).get(0).system()).isEqualTo("XCN");
        officer.get("/repairs/" + id).then().body("finishedAt", equalTo(null));
        PlatformStandIn.of("GSX").behave();
        await("finished")
                .atMost(Duration.ofSeconds(60))
                .until(() -> officer.get("/repairs/" + id).path("finishedAt") != null);
        await("both are stated")
                .untilAsserted(() -> assertThat(stated.about(business, RepairApplied.class))
                        .extracting(RepairApplied::system)
                        .containsExactly("XCN", "GSX"));
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
        String id = repairs.granted(business);
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
        await("all are stated")
                .untilAsserted(() -> assertThat(stated.about(business, RepairApplied.class))
                        .extracting(RepairApplied::system)
                        .containsExactlyInAnyOrder("GSX", "XCN"));
        assertThat(stated.bodies(business)).doesNotContain("FI-620702");
    }

    @Test
    void a_platform_that_has_shown_it_is_waited_for_when_it_is_gone_and_one_that_has_not_may_answer_later() {
        on("2026-07-09");
        Business business = known();
        String entry = officer.unreachable(business, "2026-07-01");
        shownBy("SHOWING", entry);
        shownBy("SILENT", entry);
        execute("update publication set acknowledged_version = null, acknowledged_at = null where platform = 'SILENT'"
                + " and subject_id = '" + entry + "'");
        String id = repairs.asks(business, "ABNORMAL_ENTRY", entry).path("repairId");
        repairs.step(id, "ACCEPT").then().statusCode(200);
        repairs.grant(id, true, true).then().statusCode(200);
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
}
