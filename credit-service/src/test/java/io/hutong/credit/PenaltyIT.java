package io.hutong.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import io.hutong.events.AmountBand;
import io.hutong.events.CreditEvent.PenaltyPublicationEnded;
import io.hutong.events.CreditEvent.PenaltyPublished;
import io.hutong.events.CreditEvent.PenaltyWithdrawn;
import io.hutong.events.PenaltyEnd;
import io.hutong.events.PenaltyFall;
import io.hutong.events.PenaltyKind;
import io.hutong.events.Severity;
import io.hutong.testing.Register.Business;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What a penalty weighs by the rules of its day, how long it is shown, and how that ends. */
@QuarkusTest
@CreditServers
@DisplayNameGeneration(ReplaceUnderscores.class)
class PenaltyIT extends CreditDesks {
    private final PenaltyDesk desk = new PenaltyDesk(officer);

    @Test
    void a_penalty_of_march_is_shown_for_three_years_and_one_of_april_for_one() {
        on("2026-04-08");
        Business business = known();
        String march = desk.records(business, PenaltyDesk.fine(8000, "2026-03-31"))
                .then()
                .statusCode(201)
                .body("severity", equalTo("GENERAL"))
                .body("ruleSet", equalTo("credit.penalty-severity/2021.1"))
                .body("publishBy", equalTo("2026-04-29"))
                .body("state", equalTo("RECORDED"))
                .extract()
                .path("penaltyId");
        String april = desk.records(business, PenaltyDesk.fine(8000, "2026-04-01"))
                .then()
                .statusCode(201)
                .body("severity", equalTo("GENERAL"))
                .body("ruleSet", equalTo("credit.penalty-severity/2026.1"))
                .body("publishBy", equalTo("2026-04-30"))
                .extract()
                .path("penaltyId");
        desk.publishes(march)
                .then()
                .statusCode(200)
                .body("shownFrom", equalTo("2026-04-08"))
                .body("shownTo", equalTo("2029-04-08"))
                .body("shortestEndsOn", equalTo("2026-10-08"));
        desk.publishes(april)
                .then()
                .statusCode(200)
                .body("shownTo", equalTo("2027-04-08"))
                .body("shortestEndsOn", equalTo("2026-07-08"));

        List<PenaltyPublished> published = stated.about(business, PenaltyPublished.class, 2);
        assertThat(published.get(1))
                .isEqualTo(new PenaltyPublished(
                        published.get(1).penaltyId(),
                        business.uscc(),
                        PenaltyKind.FINE,
                        Severity.GENERAL,
                        AmountBand.LARGE,
                        published.get(1).decisionNo(),
                        LocalDate.of(2026, 4, 1),
                        LocalDate.of(2026, 4, 8),
                        LocalDate.of(2027, 4, 8)));
        assertThat(published.get(1).penaltyId().value()).isEqualTo(april);
        assertThat(stated.bodies(business)).doesNotContain("8000");
    }

    @Test
    void a_food_penalty_of_march_waits_a_year_for_repair_and_what_names_no_sector_half_of_one() {
        on("2026-03-10");
        Business business = known();
        Map<String, Object> food = PenaltyDesk.fine(8000, "2026-03-02");
        food.put("sector", "FOOD");
        desk.publishes(desk.records(business, food).path("penaltyId"))
                .then()
                .statusCode(200)
                .body("sector", equalTo("FOOD"))
                .body("shownTo", equalTo("2029-03-10"))
                .body("shortestEndsOn", equalTo("2027-03-10"));
        desk.publishes(desk.records(business, PenaltyDesk.fine(8000, "2026-03-02"))
                        .path("penaltyId"))
                .then()
                .statusCode(200)
                .body("sector", equalTo("OTHER"))
                .body("shortestEndsOn", equalTo("2026-09-10"));
    }

    @Test
    void a_warning_is_not_shown_and_what_is_shown_is_not_shown_twice() {
        on("2026-04-08");
        Business business = known();
        String warning = desk.records(business, PenaltyDesk.decision("WARNING", 0, "2026-04-01"))
                .then()
                .statusCode(201)
                .body("severity", equalTo("MINOR"))
                .body("publish", equalTo("NO"))
                .body("publishBy", equalTo(null))
                .extract()
                .path("penaltyId");
        desk.publishes(warning).then().statusCode(409).body("type", equalTo("urn:hutong:problem:penalty-not-shown"));
        String shown = desk.publishedFine(business, "2026-04-01");
        desk.publishes(shown)
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:hutong:problem:penalty-state"))
                .body("state", equalTo("PUBLISHED"));
        desk.publishes(UUID.randomUUID().toString()).then().statusCode(404);
        assertThat(stated.about(business, PenaltyPublished.class, 1)).hasSize(1);
    }

    @Test
    void what_is_no_decision_is_refused_with_everything_that_is_wrong() {
        on("2026-04-08");
        Business business = known();
        Map<String, Object> wrong = PenaltyDesk.fine(0, "2026-04-09");
        wrong.put("decisionNo", " ");
        desk.records(business, wrong)
                .then()
                .statusCode(422)
                .body("violations.pointer", contains("/decisionNo", "/decidedOn", "/amount"));
        Map<String, Object> fine = PenaltyDesk.fine(100, "2026-04-08");
        desk.records(business, fine).then().statusCode(201);
        desk.records(business, fine)
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:hutong:problem:penalty-recorded"));
        officer.get("/businesses/" + business.id() + "/penalties").then().body("items.amount", contains(100.00f));
        officer.get("/businesses/" + UUID.randomUUID() + "/penalties").then().statusCode(404);
    }

    @Test
    void on_a_day_without_rules_nothing_is_recorded() {
        Business business = known();
        desk.records(business, PenaltyDesk.fine(8000, "1999-05-04"))
                .then()
                .statusCode(422)
                .body("detail", equalTo("No rule was in force on the day given; nothing was recorded."));
        officer.get("/businesses/" + business.id() + "/penalties").then().body("items.size()", equalTo(0));
    }

    @Test
    void those_that_have_to_be_shown_are_listed_until_they_are() {
        on("2026-04-08");
        Business business = known();
        String must =
                desk.records(business, PenaltyDesk.fine(8000, "2026-04-01")).path("penaltyId");
        String may = desk.records(business, PenaltyDesk.fine(100, "2026-04-01")).path("penaltyId");
        assertThat(toPublish()).contains(must).doesNotContain(may);
        desk.publishes(must).then().statusCode(200);
        assertThat(toPublish()).doesNotContain(must);
        desk.publishes(may).then().statusCode(200).body("shownTo", equalTo("2026-07-08"));
    }

    @Test
    void publication_ends_by_itself_on_the_day_after_its_last() {
        Business business = known();
        on("2026-04-08");
        String first = desk.publishedFine(business, "2026-04-01");
        on("2026-04-09");
        String second = desk.publishedFine(business, "2026-04-01");
        on("2027-04-09");
        await("its term is over")
                .atMost(Duration.ofSeconds(30))
                .until(() -> officer.get("/penalties/" + first).path("state").equals("TERM_OVER"));
        officer.get("/penalties/" + first).then().body("endedOn", equalTo("2027-04-09"));
        officer.get("/penalties/" + second).then().body("state", equalTo("PUBLISHED"));
        List<PenaltyPublicationEnded> ended = stated.about(business, PenaltyPublicationEnded.class, 1);
        assertThat(ended)
                .containsExactly(new PenaltyPublicationEnded(
                        ended.get(0).penaltyId(), business.uscc(), PenaltyEnd.TERM_OVER, LocalDate.of(2027, 4, 9)));
        assertThat(ended.get(0).penaltyId().value()).isEqualTo(first);
    }

    @Test
    void what_was_annulled_before_the_holidays_is_withdrawn_and_its_last_day_lies_behind_them() {
        on("2026-10-08");
        Business business = known();
        String id = desk.publishedFine(business, "2026-09-01");
        desk.withdraws(id, "ANNULLED", "2026-08-31")
                .then()
                .statusCode(422)
                .body("violations.pointer", contains("/fellOn"));
        desk.withdraws(id, "ANNULLED", "2026-10-09").then().statusCode(422);
        desk.withdraws(id, "ANNULLED", "2026-09-30")
                .then()
                .statusCode(200)
                .body("state", equalTo("ANNULLED"))
                .body("withdrawBy", equalTo("2026-10-10"));
        desk.withdraws(id, "CHANGED", "2026-09-30").then().statusCode(409).body("state", equalTo("ANNULLED"));
        PenaltyWithdrawn withdrawn =
                stated.about(business, PenaltyWithdrawn.class, 1).get(0);
        assertThat(List.of(withdrawn.penaltyId().value(), withdrawn.reason(), withdrawn.withdrawnOn()))
                .containsExactly(id, PenaltyFall.ANNULLED, LocalDate.of(2026, 10, 8));
    }

    @Test
    void a_decision_that_fell_is_not_recorded_or_shown_again() {
        on("2026-10-08");
        Business business = known();
        for (String fall : List.of("ANNULLED", "CHANGED")) {
            Map<String, Object> decision = PenaltyDesk.fine(8000, "2026-09-01");
            String id = desk.records(business, decision).path("penaltyId");
            desk.publishes(id).then().statusCode(200);
            desk.withdraws(id, fall, "2026-09-30").then().statusCode(200);
            desk.records(business, decision)
                    .then()
                    .statusCode(409)
                    .body("type", equalTo("urn:hutong:problem:penalty-recorded"));
        }
        assertThat(officer.get("/businesses/" + business.id() + "/penalties")
                        .jsonPath()
                        .getList("items.state"))
                .containsExactly("ANNULLED", "CHANGED");
    }

    @Test
    void what_was_never_shown_is_withdrawn_without_a_word_to_anybody() {
        on("2026-10-08");
        Business business = known();
        String hidden =
                desk.records(business, PenaltyDesk.fine(8000, "2026-09-01")).path("penaltyId");
        desk.withdraws(hidden, "CHANGED", "2026-09-30").then().statusCode(200);
        desk.publishes(hidden).then().statusCode(409).body("state", equalTo("CHANGED"));
        desk.publishedFine(business, "2026-09-01");
        stated.about(business, PenaltyPublished.class, 1);
        assertThat(stated.about(business, PenaltyWithdrawn.class)).isEmpty();
    }

    @Test
    void of_two_officers_at_once_one_publishes() throws Exception {
        on("2026-04-08");
        Business business = known();
        String id = desk.records(business, PenaltyDesk.fine(8000, "2026-04-01")).path("penaltyId");
        assertThat(AtOnce.statuses(() -> desk.publishes(id), () -> desk.publishes(id)))
                .containsExactly(200, 409);
        String key = UUID.randomUUID().toString();
        Map<String, Object> fine = PenaltyDesk.fine(8000, "2026-04-01");
        String path = "/businesses/" + business.id() + "/penalties";
        String recorded = officer.post(path, fine, key).path("penaltyId");
        assertThat(officer.post(path, fine, key).<String>path("penaltyId")).isEqualTo(recorded);
        officer.get(path).then().body("items.penaltyId", hasItems(id, recorded));
        assertThat(stated.about(business, PenaltyPublished.class, 1)).hasSize(1);
    }

    private List<String> toPublish() {
        return officer.get("/penalties?limit=200").jsonPath().getList("items.penaltyId");
    }
}
