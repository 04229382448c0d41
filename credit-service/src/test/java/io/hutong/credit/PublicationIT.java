package io.hutong.credit;

import static io.hutong.credit.Desk.report;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;

import com.fasterxml.jackson.databind.JsonNode;
import io.hutong.credit.PlatformStandIn.Board;
import io.hutong.events.CreditEvent.AbnormalPublicationEnded;
import io.hutong.testing.Register;
import io.hutong.testing.Register.Business;
import io.hutong.testing.TestClock;
import io.hutong.testing.TestDatabase;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What the public platforms are told, what they acknowledge, and what happens when they do not. */
@QuarkusTest
@CreditServers
@DisplayNameGeneration(ReplaceUnderscores.class)
class PublicationIT {
    private static final Instant AUGUST = Instant.parse("2026-08-03T02:00:00Z");
    private static final Duration SOON = Duration.ofSeconds(30);
    private static Register register;
    private static Stated stated;

    private final Desk page = Desk.filingPage();
    private final Desk officer = Desk.officer();
    private final Board gsx = PlatformStandIn.of("GSX");
    private final Board xcn = PlatformStandIn.of("XCN");

    @Inject
    TestClock clock;

    @SuppressWarnings("NullAway.Init") // injected by the test resource
    TestDatabase database;

    @BeforeAll
    static void open() {
        register = new Register();
        stated = new Stated(register);
    }

    @BeforeEach
    void inAugust() {
        clock.startAt(AUGUST);
    }

    @AfterEach
    void everythingIsWellAgain() {
        gsx.behave();
        xcn.behave();
        clock.reset();
    }

    @AfterAll
    static void close() {
        stated.close();
        register.close();
    }

    @Test
    void an_entry_is_shown_on_every_platform_and_after_the_late_report_on_none() {
        Business business = known();
        String entryId = listed(business);
        await("both show it").atMost(SOON).until(() -> gsx.shows(entryId) && xcn.shows(entryId));
        JsonNode content = gsx.notice(entryId).path("content");
        assertThat(content.path("uscc").asText()).isEqualTo(business.uscc().value());
        assertThat(content.path("ground").asText()).isEqualTo("ABN_REPORT");
        assertThat(content.path("reportYear").asText()).isEqualTo("2025");
        assertThat(content.fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder(
                        "name", "uscc", "ground", "reportYear", "decisionNo", "listedOn", "authority");

        page.files(business.id(), report(2025)).then().statusCode(200);
        await("neither shows it").atMost(SOON).until(() -> !gsx.shows(entryId) && !xcn.shows(entryId));
        assertThat(gsx.about(entryId))
                .extracting(notice -> notice.path("version").asInt())
                .containsExactly(1, 2);
        assertThat(gsx.notice(entryId).path("content")).isEmpty();
        await("both acknowledgements are here")
                .atMost(SOON)
                .untilAsserted(() -> officer.get("/publications/" + entryId)
                        .then()
                        .statusCode(200)
                        .body("items.platform", contains("GSX", "XCN"))
                        .body("items.shown", contains(false, false))
                        .body("items.acknowledged", contains(true, true))
                        .body("items.receipt", contains(notNullValue(), notNullValue())));
    }

    @Test
    void a_platform_that_is_away_keeps_no_other_waiting_and_gets_only_the_newest_when_it_is_back() {
        Business business = known();
        gsx.answerWith(503);
        String entryId = listed(business);
        await("the other shows it").atMost(SOON).until(() -> xcn.shows(entryId));
        await("the trouble is visible")
                .atMost(SOON)
                .untilAsserted(() -> officer.get("/platforms")
                        .then()
                        .body("items.find { it.platform == 'GSX' }.trouble", equalTo("HTTP 503"))
                        .body("items.find { it.platform == 'GSX' }.connected", equalTo(true))
                        .body("items.find { it.platform == 'XCN' }.trouble", equalTo(null)));
        officer.get("/platforms/GSX/pending").then().statusCode(200).body("items.subjectId", hasItem(entryId));
        page.files(business.id(), report(2025)).then().statusCode(200);

        gsx.behave();
        await("it knows that nothing is to be shown")
                .atMost(Duration.ofSeconds(60))
                .until(() -> gsx.notice(entryId).path("version").asInt() == 2);
        assertThat(gsx.about(entryId)).hasSize(1);
        await("nothing is wrong any more")
                .atMost(SOON)
                .untilAsserted(() -> officer.get("/platforms")
                        .then()
                        .body("items.find { it.platform == 'GSX' }.trouble", equalTo(null)));
        officer.get("/platforms/NOBODY/pending").then().statusCode(404);
    }

    @Test
    void one_that_the_platform_does_not_like_is_found_and_the_others_go_through() {
        Business disliked = known();
        gsx.dislike(notice -> notice.path("content")
                .path("uscc")
                .asText()
                .equals(disliked.uscc().value()));
        String wrong = listed(disliked);
        String right = listed(known());
        await("the other one is shown").atMost(SOON).until(() -> gsx.shows(right));
        await("the refusal is visible")
                .atMost(SOON)
                .untilAsserted(() -> officer.get("/publications/" + wrong)
                        .then()
                        .body("items.find { it.platform == 'GSX' }.acknowledged", equalTo(false))
                        .body("items.find { it.platform == 'GSX' }.trouble", equalTo("code -1"))
                        .body("items.find { it.platform == 'XCN' }.acknowledged", equalTo(true)));
        gsx.behave();
        await("it is tried again").atMost(Duration.ofSeconds(60)).until(() -> gsx.shows(wrong));
    }

    @Test
    void what_a_platform_shows_is_compared_with_what_it_should_show_and_put_right() {
        String lost = shown();
        String kept = shown();
        String surplus = shown();
        officer.removes(surplus, "OBJECTION").then().statusCode(200);
        await("it is acknowledged").atMost(SOON).until(() -> acknowledged(surplus));
        String stranger = UUID.randomUUID().toString();
        gsx.forget(lost);
        gsx.show(surplus, 1);
        gsx.show(stranger, 7);
        clock.startAt(AUGUST.plus(Duration.ofHours(1)));

        List<String> differences = officer.post("/platforms/GSX/reconciliation", null)
                .then()
                .statusCode(200)
                .body("unknown", contains(stranger))
                .extract()
                .path("differences");
        assertThat(differences).contains(lost, surplus).doesNotContain(kept);
        await("both are right").atMost(SOON).until(() -> gsx.shows(lost) && !gsx.shows(surplus));
        await("the orders are acknowledged").atMost(SOON).until(() -> acknowledged(lost) && acknowledged(surplus));
        assertThat(database.number(
                        "select count(*) from publication where subject_id = ? and platform = 'GSX'"
                                + " and date(acknowledged_at) = '2026-08-03'"
                                + " and acknowledgement_stored_at > utc_timestamp(6) - interval 1 minute",
                        lost))
                .isEqualTo(1);
        gsx.forget(stranger);
        clock.startAt(AUGUST.plus(Duration.ofHours(2)));
        officer.post("/platforms/GSX/reconciliation", null)
                .then()
                .body("differences.size()", equalTo(0))
                .body("unknown.size()", equalTo(0));
        officer.get("/platforms").then().body("items.find { it.platform == 'GSX' }.reconciliation.at", notNullValue());

        gsx.answerWith(500);
        officer.post("/platforms/GSX/reconciliation", null)
                .then()
                .statusCode(503)
                .body("type", equalTo("urn:hutong:problem:platform-silent"));
        officer.post("/platforms/NOBODY/reconciliation", null).then().statusCode(404);
    }

    @Test
    void after_three_months_on_credit_china_and_its_year_elsewhere_an_entry_is_shown_no_longer_and_holds_on() {
        Business business = known();
        String entryId = listed(business);
        await("it is shown").atMost(SOON).until(() -> gsx.shows(entryId) && xcn.shows(entryId));
        assertThat(xcn.notice(entryId).path("to").asText()).isEqualTo("2026-11-02");
        clock.startAt(Instant.parse("2026-11-03T02:00:00Z"));
        await("Credit China shows it three months").atMost(SOON).until(() -> !xcn.shows(entryId));
        assertThat(gsx.shows(entryId)).isTrue();
        clock.startAt(Instant.parse("2027-06-30T15:00:00Z"));
        officer.get("/abnormal-entries/" + entryId).then().body("publishTo", equalTo("2027-06-30"));
        clock.startAt(Instant.parse("2027-06-30T16:00:00Z"));
        await("it is not shown any more").atMost(SOON).until(() -> !gsx.shows(entryId));
        assertThat(stated.about(business, AbnormalPublicationEnded.class, 1)
                        .get(0)
                        .endedOn())
                .isEqualTo(LocalDate.of(2027, 7, 1));
        assertThat(officer.openGrounds(business.id())).containsExactly("ABN_REPORT");
    }

    private boolean acknowledged(String subjectId) {
        return !officer.get("/publications/" + subjectId)
                .jsonPath()
                .getList("items.acknowledged")
                .contains(false);
    }

    private String shown() {
        String entryId = listed(known());
        await("it is shown").atMost(SOON).until(() -> gsx.shows(entryId) && acknowledged(entryId));
        return entryId;
    }

    private String listed(Business business) {
        return officer.lists(business.id(), "ABN_REPORT", 2025, "2026-07-01")
                .then()
                .statusCode(201)
                .extract()
                .path("entryId");
    }

    private Business known() {
        Business business = register.opened();
        page.knows(business);
        return business;
    }
}
