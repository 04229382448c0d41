package io.hutong.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.hutong.events.CreditEvent.SeriousListed;
import io.hutong.events.CreditEvent.SeriousRemoved;
import io.hutong.events.CreditEvent.SeriousRemoved.Mode;
import io.hutong.events.SeriousGround;
import io.hutong.testing.Register.Business;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Who is put on the serious-violation list, and how an entry ends by itself or with its penalty. */
@QuarkusTest
@CreditServers
@DisplayNameGeneration(ReplaceUnderscores.class)
class SeriousListIT extends CreditDesks {
    private final PenaltyDesk desk = new PenaltyDesk(officer);

    @BeforeEach
    void inSeptember() {
        on("2026-09-30");
    }

    @Test
    void a_listing_names_its_penalty_and_consent_and_is_stated_with_the_day_on_which_it_ends() {
        Business business = known();
        String penalty = desk.publishedFine(business, "2026-09-21");
        String id = desk.listsSeriously(business, penalty, "2026-09-28")
                .then()
                .statusCode(201)
                .body("consentNo", equalTo("张市监复〔2026〕3号"))
                .body("publishBy", equalTo("2026-10-30"))
                .body("shownFrom", equalTo("2026-09-30"))
                .body("shortestEndsOn", equalTo("2027-09-28"))
                .body("leavesOn", equalTo("2029-09-29"))
                .body("open", equalTo(true))
                .extract()
                .path("entryId");
        SeriousListed listed = stated.about(business, SeriousListed.class, 1).get(0);
        assertThat(listed)
                .isEqualTo(new SeriousListed(
                        listed.entryId(),
                        business.uscc(),
                        SeriousGround.SAFETY,
                        listed.penaltyId(),
                        "甘市监严列字〔2026〕1号",
                        LocalDate.of(2026, 9, 28),
                        LocalDate.of(2029, 9, 29)));
        assertThat(List.of(listed.entryId().value(), listed.penaltyId().value()))
                .containsExactly(id, penalty);
        assertThat(stated.bodies(business)).doesNotContain("张市监复");
        officer.get("/serious-entries/" + id).then().statusCode(200).body("entryId", equalTo(id));
        officer.get("/businesses/" + business.id() + "/serious-entries").then().body("items.entryId", contains(id));
    }

    @Test
    void nobody_is_listed_without_a_penalty_that_holds_without_consent_or_twice() {
        Business business = known();
        String penalty = desk.publishedFine(business, "2026-09-21");
        Map<String, Object> noConsent = new HashMap<>(PenaltyDesk.listing(penalty, "2026-09-28"));
        noConsent.put("consentNo", "");
        String path = "/businesses/" + business.id() + "/serious-entries";
        officer.post(path, noConsent).then().statusCode(422).body("violations.pointer", contains("/consentNo"));
        desk.listsSeriously(business, UUID.randomUUID().toString(), "2026-09-28")
                .then()
                .statusCode(422)
                .body("violations.code", contains("serious.no-penalty"));
        desk.listsSeriously(known(), penalty, "2026-09-28")
                .then()
                .statusCode(422)
                .body("violations.code", contains("serious.no-penalty"));
        desk.listsSeriously(business, penalty, "2026-09-20")
                .then()
                .statusCode(422)
                .body("violations.code", contains("serious.decided-on"));
        desk.listsSeriously(business, penalty, "2026-10-01").then().statusCode(422);
        String fallen = desk.publishedFine(business, "2026-09-21");
        desk.withdraws(fallen, "ANNULLED", "2026-09-29").then().statusCode(200);
        desk.listsSeriously(business, fallen, "2026-09-30")
                .then()
                .statusCode(422)
                .body("violations.code", hasItem("serious.no-penalty"));

        desk.listsSeriously(business, penalty, "2026-09-28").then().statusCode(201);
        desk.listsSeriously(business, penalty, "2026-09-29")
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:hutong:problem:already-listed"));
        officer.get("/serious-entries/" + UUID.randomUUID()).then().statusCode(404);
        assertThat(stated.about(business, SeriousListed.class, 1)).hasSize(1);
    }

    @Test
    void what_is_over_already_is_not_listed() {
        Business business = known();
        String penalty = desk.records(business, PenaltyDesk.fine(8000, "2023-09-20"))
                .then()
                .statusCode(201)
                .extract()
                .path("penaltyId");
        desk.listsSeriously(business, penalty, "2023-09-29")
                .then()
                .statusCode(422)
                .body("violations.code", contains("serious.over"));
        desk.listsSeriously(business, penalty, "2023-09-30")
                .then()
                .statusCode(201)
                .body("leavesOn", equalTo("2026-10-01"));
    }

    @Test
    void an_entry_ends_by_itself_after_three_years() {
        Business business = known();
        String penalty = desk.publishedFine(business, "2026-09-21");
        String first = desk.listsSeriously(business, penalty, "2026-09-28").path("entryId");
        String other = desk.publishedFine(business, "2026-09-21");
        String second = desk.listsSeriously(business, other, "2026-09-29").path("entryId");
        on("2029-09-29");
        await("three years are over")
                .atMost(Duration.ofSeconds(30))
                .until(() -> !officer.get("/serious-entries/" + first).<Boolean>path("open"));
        officer.get("/serious-entries/" + first)
                .then()
                .body("removalMode", equalTo("TERM_OVER"))
                .body("removedOn", equalTo("2029-09-29"));
        officer.get("/serious-entries/" + second).then().body("open", equalTo(true));
        on("2029-09-30");
        List<SeriousRemoved> removed = stated.about(business, SeriousRemoved.class, 2);
        assertThat(removed).extracting(SeriousRemoved::mode).containsOnly(Mode.TERM_OVER);
        assertThat(removed).extracting(SeriousRemoved::stillListed).containsExactly(true, false);
        assertThat(removed.get(1).entryId().value()).isEqualTo(second);
    }

    @Test
    void with_the_penalty_that_is_annulled_goes_the_entry_that_rests_on_it() {
        Business business = known();
        String penalty = desk.publishedFine(business, "2026-09-21");
        desk.listsSeriously(business, penalty, "2026-09-28").then().statusCode(201);
        desk.withdraws(penalty, "ANNULLED", "2026-09-30").then().statusCode(200);
        SeriousRemoved removed = stated.about(business, SeriousRemoved.class, 1).get(0);
        assertThat(List.of(removed.mode(), removed.stillListed(), removed.removedOn()))
                .containsExactly(Mode.PENALTY_WITHDRAWN, false, LocalDate.of(2026, 9, 30));
    }

    @Test
    void of_two_officers_at_once_one_lists() throws Exception {
        Business business = known();
        String penalty = desk.publishedFine(business, "2026-09-21");
        assertThat(AtOnce.statuses(
                        () -> desk.listsSeriously(business, penalty, "2026-09-28"),
                        () -> desk.listsSeriously(business, penalty, "2026-09-28")))
                .containsExactly(201, 409);
        assertThat(stated.about(business, SeriousListed.class, 1)).hasSize(1);
    }
}
