package io.hutong.credit;

import static io.hutong.credit.Desk.report;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;

import com.fasterxml.jackson.databind.JsonNode;
import io.hutong.credit.PlatformStandIn.Board;
import io.hutong.credit.publication.FactKind;
import io.hutong.credit.publication.Notices;
import io.hutong.credit.publication.Publication;
import io.hutong.credit.publication.Publications;
import io.hutong.credit.publication.PublishedFact;
import io.hutong.credit.publication.Urgency;
import io.hutong.events.CreditEvent.AbnormalPublicationEnded;
import io.hutong.testing.Register.Business;
import io.hutong.testing.TestDatabase;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What the public platforms are told, what they acknowledge, and what happens when they do not. */
@QuarkusTest
@CreditServers
@DisplayNameGeneration(ReplaceUnderscores.class)
class PublicationIT extends CreditDesks {
    private static final Instant AUGUST = Instant.parse("2026-08-03T02:00:00Z");
    private static final Duration SOON = Duration.ofSeconds(30);
    private final Board gsx = PlatformStandIn.of("GSX");
    private final Board xcn = PlatformStandIn.of("XCN");

    @Inject
    Publications publications;

    @Inject
    Notices notices;

    @SuppressWarnings("NullAway.Init") // injected by the test resource
    TestDatabase database;

    @BeforeEach
    void inAugust() {
        clock.startAt(AUGUST);
    }

    @AfterEach
    void everythingIsWellAgain() {
        gsx.behave();
        xcn.behave();
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
        Business wronged = known();
        String surplus = shown(wronged);
        new ObjectionDesk(officer, page).proveRight(wronged, "ABNORMAL_ENTRY", surplus);
        await("it is acknowledged").atMost(SOON).until(() -> acknowledged(surplus));
        String stranger = UUID.randomUUID().toString();
        gsx.forget(lost);
        gsx.show(surplus, 1);
        gsx.show(stranger, 7);
        clock.startAt(AUGUST.plus(Duration.ofHours(1)));

        JsonPath first = officer.compares("GSX");
        assertThat(first.getList("unknown.examples")).containsExactly(stranger);
        assertThat(first.getList("differences.examples"))
                .contains(lost, surplus)
                .doesNotContain(kept);
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
        JsonPath second = officer.compares("GSX");
        assertThat(second.getInt("differences.count")).isZero();
        assertThat(second.getInt("unknown.count")).isZero();
        officer.get("/platforms")
                .then()
                .body("items.find { it.platform == 'GSX' }.reconciliation.runId", equalTo(second.get("runId")))
                .body("items.find { it.platform == 'GSX' }.reconciliation.endedAt", notNullValue());
    }

    @Test
    void a_version_that_is_behind_or_ahead_is_ordered_again_above_it() {
        String behind = shown();
        String ahead = shown();
        gsx.forget(behind);
        clock.startAt(AUGUST.plus(Duration.ofHours(1)));
        officer.compares("GSX");
        await("it is shown again").atMost(SOON).until(() -> gsx.shows(behind) && acknowledged(behind));
        gsx.forget(behind);
        gsx.show(behind, 1);
        gsx.forget(ahead);
        gsx.show(ahead, 7);
        clock.startAt(AUGUST.plus(Duration.ofHours(2)));
        assertThat(officer.compares("GSX").getList("differences.examples")).contains(behind, ahead);
        await("both have the newest")
                .atMost(SOON)
                .until(() -> gsx.notice(behind).path("version").asInt() == 3
                        && gsx.notice(ahead).path("version").asInt() == 8);
    }

    @Test
    void one_comparison_runs_at_a_time_and_a_platform_that_is_silent_ends_it() {
        CountDownLatch open = new CountDownLatch(1);
        gsx.tellWhen(open);
        Response begun = begins("GSX");
        String runId = begun.path("runId");
        assertThat(begun.header("Location")).endsWith("/reconciliations/" + runId);
        assertThat(begun.<String>path("state")).isEqualTo("RUNNING");
        assertThat(begun.<String>path("startedBy")).isEqualTo(Desk.OFFICER);
        assertThat(begins("GSX").<String>path("runId")).isEqualTo(runId);
        open.countDown();
        assertThat(officer.comparison(runId).getString("state")).isEqualTo("DONE");

        gsx.answerWith(500);
        JsonPath silent = officer.compares("GSX");
        assertThat(silent.getString("runId")).isNotEqualTo(runId);
        assertThat(silent.getString("state")).isEqualTo("FAILED");
        assertThat(silent.getString("trouble")).isEqualTo("HTTP 500");
        officer.post("/platforms/NOBODY/reconciliations", null).then().statusCode(404);
        officer.get("/reconciliations/" + UUID.randomUUID()).then().statusCode(404);
    }

    @Test
    void a_comparison_whose_process_died_goes_on_where_it_was() {
        String before = shown();
        String behind = shown();
        clock.startAt(AUGUST.plus(Duration.ofHours(1)));
        gsx.forget(before);
        gsx.forget(behind);
        String first = before.compareTo(behind) < 0 ? before : behind;
        String second = first.equals(before) ? behind : before;
        String runId = UUID.randomUUID().toString();
        // a step was settled up to the first, and the process died with the lease of the next
        execute(
                "insert into reconciliation_run(run_id, platform, open_platform, started_at, started_by, state, steps, tries,"
                        + " up_to, compared, differences, differing, unknown, unknown_ids, free_at) values ('" + runId
                        + "', 'GSX', 'GSX', utc_timestamp(6), 'SYSTEM', 'RUNNING', 4, 1, '" + first
                        + "', 41, 0, '[]', 0, '[]', utc_timestamp(6) + interval 3 second)");
        JsonPath ended = officer.comparison(runId);
        assertThat(ended.getString("state")).isEqualTo("DONE");
        assertThat(ended.getList("differences.examples")).contains(second).doesNotContain(first);
        assertThat(ended.getInt("compared")).isGreaterThanOrEqualTo(41);
        assertThat(begins("GSX").<String>path("runId")).isNotEqualTo(runId);
        await("the next one ends")
                .atMost(SOON)
                .until(() -> officer.get("/platforms")
                        .jsonPath()
                        .getString("items.find { it.platform == 'GSX' }.reconciliation.state")
                        .equals("DONE"));
        await("all is right").atMost(SOON).until(() -> gsx.shows(before) && gsx.shows(behind));
    }

    @Test
    void a_comparison_that_dies_again_and_again_is_given_up() {
        String runId = UUID.randomUUID().toString();
        execute(
                "insert into reconciliation_run(run_id, platform, open_platform, started_at, started_by, state, steps, tries,"
                        + " compared, differences, differing, unknown, unknown_ids, free_at) values ('" + runId
                        + "', 'XCN', 'XCN', utc_timestamp(6), 'SYSTEM', 'RUNNING', 0, 5, 0, 0, '[]', 0, '[]', utc_timestamp(6))");
        JsonPath ended = officer.comparison(runId);
        assertThat(ended.getString("state")).isEqualTo("FAILED");
        assertThat(ended.getString("trouble")).isEqualTo("尝试 5 次后放弃 · given up after 5 tries");
    }

    @Test
    void one_alone_on_which_a_platform_chokes_keeps_nothing_behind_it_waiting() {
        Business choking = known();
        gsx.chokeOn(notice -> notice.path("content")
                .path("uscc")
                .asText()
                .equals(choking.uscc().value()));
        String wrong = listed(choking);
        await("it was tried alone")
                .atMost(SOON)
                .untilAsserted(() -> officer.get("/publications/" + wrong)
                        .then()
                        .body("items.find { it.platform == 'GSX' }.trouble", equalTo("HTTP 500")));
        String right = listed(known());
        await("what comes behind it is shown").atMost(SOON).until(() -> gsx.shows(right));
        gsx.behave();
        await("it is tried again").atMost(Duration.ofSeconds(60)).until(() -> gsx.shows(wrong));
    }

    @Test
    void when_a_platform_refuses_every_batch_each_order_waits_with_the_reason_and_goes_through_later() {
        gsx.answerWith(422);
        List<String> orders = List.of(listed(known()), listed(known()), listed(known()));
        await("each has its reason")
                .atMost(SOON)
                .untilAsserted(() -> assertThat(orders)
                        .allSatisfy(order -> officer.get("/publications/" + order)
                                .then()
                                .body("items.find { it.platform == 'GSX' }.trouble", equalTo("HTTP 422"))));
        gsx.behave();
        await("all are shown")
                .atMost(Duration.ofSeconds(60))
                .until(() -> orders.stream().allMatch(gsx::shows));
    }

    @Test
    void a_sender_that_lost_its_lease_takes_nothing_back_from_the_one_that_has_it() {
        Business business = known();
        UUID subject = UUID.randomUUID();
        var fact = new PublishedFact(
                subject, FactKind.PENALTY, business.id(), Map.of("kind", "FINE"), LocalDate.of(2026, 8, 3), null);
        publications.show("NOBODY", List.of(fact), Urgency.AT_ONCE, clock.instant());
        List<Publication> slow = notices.take("NOBODY", 10, Duration.ZERO);
        List<Publication> quick = notices.take("NOBODY", 10, Duration.ofSeconds(30));
        assertThat(slow).extracting(Publication::version).containsExactly(1);
        assertThat(quick).extracting(Publication::version).containsExactly(1);
        assertThat(notices.take("NOBODY", 10, Duration.ofSeconds(30))).isEmpty();
        notices.acknowledged(quick, "quick", clock.instant());
        publications.hide(List.of(subject), Urgency.AT_ONCE, clock.instant());

        notices.acknowledged(slow, "slow", clock.instant());
        notices.refused(slow.get(0), "of the slow one", Duration.ofMinutes(10));
        notices.later(slow, Duration.ofMinutes(10));
        Publication now = publications.of(subject).get(0);
        assertThat(now.receipt()).extracting(Publication.Receipt::number).isEqualTo("quick");
        assertThat(now.tries().trouble()).isNull();
        assertThat(now.acknowledged()).isFalse();
        assertThat(notices.take("NOBODY", 10, Duration.ofSeconds(30)))
                .extracting(Publication::version)
                .containsExactly(2);
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
        assertThat(stated.about(business, AbnormalPublicationEnded.class, 2))
                .extracting(AbnormalPublicationEnded::channel, AbnormalPublicationEnded::endedOn)
                .containsExactly(tuple("XCN", LocalDate.of(2026, 11, 3)), tuple(null, LocalDate.of(2027, 7, 1)));
        assertThat(officer.openGrounds(business.id())).containsExactly("ABN_REPORT");
    }

    private Response begins(String platform) {
        Response begun = officer.post("/platforms/" + platform + "/reconciliations", null);
        begun.then().statusCode(202);
        return begun;
    }

    private void execute(String sql) {
        try (var connection = database.connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private boolean acknowledged(String subjectId) {
        return !officer.get("/publications/" + subjectId)
                .jsonPath()
                .getList("items.acknowledged")
                .contains(false);
    }

    private String shown() {
        return shown(known());
    }

    private String shown(Business business) {
        String entryId = listed(business);
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
}
