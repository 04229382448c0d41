package io.hutong.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.hutong.events.CreditEvent.SeriousListed;
import io.hutong.testing.Register.Business;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What is recorded right after it proved wrong is shown no longer than the wrong one would have been (NDRC Order 36 art. 18). */
@QuarkusTest
@CreditServers
@DisplayNameGeneration(ReplaceUnderscores.class)
class ProvedWrongIsMadeRightIT extends CreditDesks {
    private final PenaltyDesk penalties = new PenaltyDesk(officer);
    private final ObjectionDesk objections = new ObjectionDesk(officer, page);

    @Test
    void what_was_shown_for_its_time_in_a_wrong_record_is_not_shown_again_in_the_right_one() {
        on("2026-07-07");
        Business business = known();
        Map<String, Object> decision = PenaltyDesk.fine(8000, "2026-07-01");
        String wrong = penalties.recorded(business, decision);
        penalties.publishes(wrong).then().statusCode(200).body("shownTo", equalTo("2027-07-07"));
        on("2027-07-06");
        objections.proveRight(business, "PENALTY", wrong);
        String anew = penalties.recorded(business, decision);
        on("2027-07-07");
        assertThat(toPublish()).contains(anew);
        on("2027-07-08");
        assertThat(toPublish()).doesNotContain(anew);
        penalties
                .publishes(anew)
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:hutong:problem:penalty-not-shown"))
                .body("shownTo", equalTo("2027-07-07"));
        on("2027-07-07");
        penalties.publishes(anew).then().statusCode(200).body("shownTo", equalTo("2027-07-07"));
        objections.proveRight(business, "PENALTY", anew);
        String third = penalties.recorded(business, decision);
        penalties.publishes(third).then().statusCode(200).body("shownFrom", equalTo("2026-07-07"));
    }

    @Test
    void what_was_repaired_in_a_wrong_record_is_not_shown_again_in_the_right_one() {
        on("2026-07-07");
        Business business = known();
        Map<String, Object> decision = PenaltyDesk.fine(8000, "2026-07-01");
        String wrong = penalties.recorded(business, decision);
        penalties.publishes(wrong).then().statusCode(200);
        on("2026-10-12");
        String objection = objections.against(business, "PENALTY", wrong).path("objectionId");
        objections.findWrong(objection);
        var repairs = new RepairDesk(officer);
        String repair = page.post("/businesses/" + business.id() + "/repairs", RepairDesk.request("PENALTY", wrong))
                .path("repairId");
        repairs.step(repair, "ACCEPT").then().statusCode(200);
        repairs.grant(repair, true, true).then().statusCode(200);
        objections.step(objection, "CORRECT").then().statusCode(200);
        officer.get("/penalties/" + wrong)
                .then()
                .body("state", equalTo("PROVED_WRONG"))
                .body("shownTo", equalTo("2026-10-11"));
        String anew = penalties.recorded(business, decision);
        assertThat(toPublish()).doesNotContain(anew);
        penalties
                .publishes(anew)
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:hutong:problem:penalty-not-shown"))
                .body("shownTo", equalTo("2026-10-11"));
    }

    @Test
    void a_listing_that_proved_wrong_is_made_right_and_ends_when_it_would_have() {
        on("2026-07-09");
        Business business = known();
        String penalty = penalties.publishedFine(business, "2026-07-01");
        String wrong = penalties.listsSeriously(business, penalty, "2026-07-08").path("entryId");
        objections.proveRight(business, "SERIOUS_ENTRY", wrong);
        on("2026-07-20");
        penalties
                .listsSeriously(business, penalty, "2026-07-20")
                .then()
                .statusCode(201)
                .body("shortestEndsOn", equalTo("2027-07-08"))
                .body("leavesOn", equalTo("2029-07-09"));
        penalties
                .listsSeriously(business, penalty, "2026-07-20")
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:hutong:problem:already-listed"));
        officer.get("/businesses/" + business.id() + "/serious-entries")
                .then()
                .body("items.open", contains(false, true));
        assertThat(stated.about(business, SeriousListed.class, 2))
                .extracting(SeriousListed::leavesOn)
                .containsExactly(LocalDate.of(2029, 7, 9), LocalDate.of(2029, 7, 9));
    }

    private List<String> toPublish() {
        return officer.get("/penalties?limit=200").jsonPath().getList("items.penaltyId");
    }
}
