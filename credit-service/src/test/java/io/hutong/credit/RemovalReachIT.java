package io.hutong.credit;

import static io.hutong.credit.Desk.report;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.hutong.credit.PlatformStandIn.Board;
import io.hutong.credit.consent.TestBanks;
import io.hutong.events.CreditEvent.AbnormalRemoved;
import io.hutong.events.CreditEvent.AbnormalRemoved.Mode;
import io.hutong.testing.Register.Business;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Who leaves the list leaves it everywhere: what every system that showed it or was told has acknowledged, and what hangs. */
@QuarkusTest
@CreditServers
@DisplayNameGeneration(ReplaceUnderscores.class)
class RemovalReachIT extends CreditDesks {
    private static final Instant AUGUST = Instant.parse("2026-08-03T02:00:00Z");
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String FOLLOWING = TestBanks.PREFIX + "REACH";

    private final Board gsx = PlatformStandIn.of("GSX");
    private final Board xcn = PlatformStandIn.of("XCN");

    @BeforeEach
    void inAugust() {
        clock.startAt(AUGUST);
    }

    @AfterEach
    void platformsAreWellAgain() {
        gsx.behave();
        xcn.behave();
    }

    @Test
    void scenario_10_from_the_late_report_to_the_last_acknowledgement_by_platforms_and_bank() {
        Business business = known();
        BankDesk bank = BankDesk.another(FOLLOWING + "A");
        bank.follows(business).then().statusCode(200);
        String entryId = listed(business, "ABN_REPORT", 2025);
        String other = listed(business, "ABN_UNREACHABLE", null);
        PlatformStandIn.awaitShown(entryId, true);
        assertThat(kinds(bank)).containsExactly("ABNORMAL_LISTED", "ABNORMAL_LISTED");
        bank.acknowledges(2).then().statusCode(200);
        officer.get("/abnormal-removals/" + entryId).then().statusCode(404);

        page.files(business.id(), report(2025)).then().statusCode(200).body("items.state", contains("FILED_LATE"));

        PlatformStandIn.awaitShown(entryId, false);
        await("both platforms have acknowledged")
                .atMost(SOON)
                .untilAsserted(() -> assertThat(states(entryId))
                        .containsExactlyInAnyOrder("GSX ACKNOWLEDGED", "XCN ACKNOWLEDGED", FOLLOWING + "A WAITING"));
        officer.get("/abnormal-removals/" + entryId)
                .then()
                .body("finished", equalTo(false))
                .body("finishedAt", equalTo(null));
        assertThat(unacknowledged()).contains(entryId);

        JsonPath news = bank.changes("");
        assertThat(news.getList("items.kind")).containsExactly("ABNORMAL_REMOVED");
        assertThat(news.getString("items[0].facts.entryId")).isEqualTo(entryId);
        bank.acknowledges(news.getLong("last")).then().statusCode(200);
        officer.get("/abnormal-removals/" + entryId)
                .then()
                .body("mode", equalTo("AUTO_REPAIR"))
                .body("removedOn", equalTo("2026-08-03"))
                .body("finished", equalTo(true))
                .body("finishedAt", notNullValue());
        assertThat(unacknowledged()).doesNotContain(entryId);

        // the other ground keeps the business on the list, in the event, at the desk, on the platforms and for the bank
        AbnormalRemoved removed =
                stated.about(business, AbnormalRemoved.class, 1).get(0);
        assertThat(removed.mode()).isEqualTo(Mode.AUTO_REPAIR);
        assertThat(removed.stillListed()).isTrue();
        assertThat(officer.openGrounds(business.id())).containsExactly("ABN_UNREACHABLE");
        assertThat(gsx.shows(other)).isTrue();
        assertThat(xcn.shows(other)).isTrue();
        assertThat(bank.looksAt(business)
                        .jsonPath()
                        .<String>getList("facts.findAll { it.field == 'abnormalEntry' }.value"))
                .containsExactly("ABN_UNREACHABLE");
    }

    @Test
    void a_platform_that_is_away_is_shown_with_the_time_it_has_kept_the_business_waiting() {
        Business business = known();
        String entryId = listed(business, "ABN_REPORT", 2025);
        PlatformStandIn.awaitShown(entryId, true);
        gsx.answerWith(503);
        page.files(business.id(), report(2025)).then().statusCode(200);
        await("the other has acknowledged")
                .atMost(SOON)
                .until(() -> states(entryId).contains("XCN ACKNOWLEDGED"));
        clock.advance(Duration.ofMinutes(10));
        JsonPath hanging = officer.get("/abnormal-removals/" + entryId).jsonPath();
        assertThat(hanging.getBoolean("finished")).isFalse();
        assertThat(hanging.getString("systems.find { it.system == 'GSX' }.state"))
                .isEqualTo("WAITING");
        assertThat(hanging.getInt("systems.find { it.system == 'GSX' }.seconds"))
                .isBetween(600, 720);
        assertThat(unacknowledged()).contains(entryId);

        gsx.behave();
        await("finished")
                .atMost(SOON)
                .until(() -> officer.get("/abnormal-removals/" + entryId).path("finished"));
        assertThat(unacknowledged()).doesNotContain(entryId);
    }

    @Test
    void a_bank_that_follows_no_more_is_not_waited_for() {
        Business business = known();
        BankDesk bank = BankDesk.another(FOLLOWING + "B");
        bank.follows(business).then().statusCode(200);
        String entryId = listed(business, "ABN_UNREACHABLE", null);
        officer.removes(entryId, "CURED").then().statusCode(200);
        await("both platforms have acknowledged")
                .atMost(SOON)
                .until(() -> states(entryId).containsAll(List.of("GSX ACKNOWLEDGED", "XCN ACKNOWLEDGED")));
        assertThat(unacknowledged()).contains(entryId);
        bank.followsNoMore(business).then().statusCode(200);
        assertThat(unacknowledged()).doesNotContain(entryId);
        officer.get("/abnormal-removals/" + entryId)
                .then()
                .body("mode", equalTo("OFFICER"))
                .body("finished", equalTo(true));
        assertThat(states(entryId)).contains(FOLLOWING + "B NOT_CONNECTED");
    }

    @Test
    void there_is_no_removal_of_what_is_not_there() {
        officer.get("/abnormal-removals/" + UUID.randomUUID()).then().statusCode(404);
    }

    private String listed(Business business, String ground, @Nullable Integer year) {
        return officer.lists(business.id(), ground, year, "2026-07-01")
                .then()
                .statusCode(201)
                .extract()
                .path("entryId");
    }

    private static List<String> kinds(BankDesk bank) {
        return bank.changes("").getList("items.kind");
    }

    private List<String> states(String entryId) {
        return officer.get("/abnormal-removals/" + entryId).jsonPath().<Map<String, Object>>getList("systems").stream()
                .map(system -> system.get("system") + " " + system.get("state"))
                .toList();
    }

    /** All of them, read page by page. */
    private List<String> unacknowledged() {
        List<String> found = new ArrayList<>();
        @Nullable String cursor = "";
        while (cursor != null) {
            JsonPath next = officer.get("/abnormal-removals?limit=2" + cursor).jsonPath();
            found.addAll(next.getList("items.entryId"));
            cursor = next.getString("next") == null ? null : "&cursor=" + next.getString("next");
        }
        return found;
    }
}
