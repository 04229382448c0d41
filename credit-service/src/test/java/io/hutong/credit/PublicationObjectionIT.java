package io.hutong.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.hutong.credit.consent.TestBanks;
import io.hutong.events.BusinessStatus;
import io.hutong.events.CreditEvent.PenaltyWithdrawn;
import io.hutong.events.CreditEvent.PublicationObjectionDecided;
import io.hutong.events.CreditEvent.PublicationObjectionFiled;
import io.hutong.events.CreditEvent.SeriousListed;
import io.hutong.events.CreditEvent.SeriousListingRevoked;
import io.hutong.events.CreditEvent.SeriousRemoved;
import io.hutong.events.FilingChannel;
import io.hutong.events.ObjectionResult;
import io.hutong.events.PenaltyFall;
import io.hutong.events.RepairTarget;
import io.hutong.identity.OperatorTenureId;
import io.hutong.testing.Register;
import io.hutong.testing.Register.Business;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Objections against penalties that are shown and entries in the serious-violation list (NDRC Order 36 art. 18). */
@QuarkusTest
@CreditServers
@DisplayNameGeneration(ReplaceUnderscores.class)
class PublicationObjectionIT extends CreditDesks {
    private final PenaltyDesk penalties = new PenaltyDesk(officer);
    private final BankDesk bank = BankDesk.another(TestBanks.PREFIX + "O");

    @Test
    void a_penalty_that_proves_wrong_is_withdrawn_everywhere_with_the_listing_that_rests_on_it_and_recorded_anew() {
        on("2026-07-07");
        Business business = known();
        bank.follows(business).then().statusCode(200);
        Map<String, Object> decision = PenaltyDesk.fine(8000, "2026-07-01");
        String penalty = penalties.records(business, decision).path("penaltyId");
        penalties.publishes(penalty).then().statusCode(200);
        String serious =
                penalties.listsSeriously(business, penalty, "2026-07-07").path("entryId");
        awaitShown(penalty, true);
        on("2026-07-09");
        String id = objects(business, "PENALTY", penalty)
                .then()
                .statusCode(201)
                .body("target", equalTo("PENALTY"))
                .body("targetId", equalTo(penalty))
                .body("entryId", equalTo(null))
                .body("state", equalTo("FILED"))
                .body("dueOn", equalTo("2026-07-14"))
                .extract()
                .path("objectionId");
        assertThat(stated.about(business, PublicationObjectionFiled.class, 1))
                .extracting(
                        filed -> filed.targetId().value(),
                        PublicationObjectionFiled::target,
                        PublicationObjectionFiled::channel,
                        PublicationObjectionFiled::filedOn)
                .containsExactly(tuple(penalty, RepairTarget.PENALTY, FilingChannel.ONLINE, LocalDate.of(2026, 7, 9)));
        step(id, "ACCEPT", null).then().statusCode(200).body("dueOn", equalTo("2026-07-20"));
        step(id, "FIND_WRONG", null).then().statusCode(200).body("dueOn", equalTo("2026-07-14"));
        officer.get("/penalties/" + penalty).then().body("state", equalTo("PUBLISHED"));

        step(id, "CORRECT", "处罚金额公示有误，已撤下").then().statusCode(200).body("state", equalTo("CORRECTED"));
        officer.get("/penalties/" + penalty)
                .then()
                .body("state", equalTo("PROVED_WRONG"))
                .body("endedOn", equalTo("2026-07-09"));
        officer.get("/serious-entries/" + serious).then().body("removalMode", equalTo("PENALTY_WITHDRAWN"));
        awaitShown(penalty, false);
        awaitShown(serious, false);
        assertThat(bank.changes("").getList("items.findAll { it.facts.penaltyId == '" + penalty + "' }.kind"))
                .containsExactly("PENALTY_PUBLISHED", "PENALTY_WITHDRAWN");
        assertThat(bank.changes("").getList("items.findAll { it.facts.penaltyId == '" + penalty + "' }.facts.why"))
                .containsExactly(null, "PROVED_WRONG");
        assertThat(stated.about(business, PublicationObjectionDecided.class, 1))
                .extracting(decided -> decided.targetId().value(), PublicationObjectionDecided::result)
                .containsExactly(tuple(penalty, ObjectionResult.UPHELD));
        assertThat(stated.about(business, PenaltyWithdrawn.class, 1))
                .extracting(PenaltyWithdrawn::reason, PenaltyWithdrawn::withdrawnOn)
                .containsExactly(tuple(PenaltyFall.CHANGED, LocalDate.of(2026, 7, 9)));
        assertThat(stated.bodies(business)).doesNotContain("公示有误", "金额");

        on("2026-08-10");
        decision.put("amount", 9000);
        String anew = recorded(business, decision);
        penalties
                .publishes(anew)
                .then()
                .statusCode(200)
                .body("shownFrom", equalTo("2026-07-07"))
                .body("shownTo", equalTo("2027-07-07"))
                .body("shortestEndsOn", equalTo("2026-10-07"));
        awaitShown(anew, true);
        penalties
                .records(business, decision)
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:hutong:problem:penalty-recorded"));
        // the decision to list is the same, whatever day is written on it now
        penalties
                .listsSeriously(business, anew, "2026-08-10")
                .then()
                .statusCode(201)
                .body("shortestEndsOn", equalTo("2027-07-07"))
                .body("leavesOn", equalTo("2029-07-08"));
    }

    @Test
    void what_was_shown_for_its_time_in_a_wrong_record_is_not_shown_again_in_the_right_one() {
        on("2026-07-07");
        Business business = known();
        Map<String, Object> decision = PenaltyDesk.fine(8000, "2026-07-01");
        String wrong = recorded(business, decision);
        penalties.publishes(wrong).then().statusCode(200).body("shownTo", equalTo("2027-07-07"));
        on("2027-07-06");
        corrected(business, "PENALTY", wrong);
        String anew = recorded(business, decision);
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
        corrected(business, "PENALTY", anew);
        String third = recorded(business, decision);
        penalties.publishes(third).then().statusCode(200).body("shownFrom", equalTo("2026-07-07"));
    }

    @Test
    void what_was_repaired_in_a_wrong_record_is_not_shown_again_in_the_right_one() {
        on("2026-07-07");
        Business business = known();
        Map<String, Object> decision = PenaltyDesk.fine(8000, "2026-07-01");
        String wrong = recorded(business, decision);
        penalties.publishes(wrong).then().statusCode(200);
        on("2026-10-12");
        String objection = objects(business, "PENALTY", wrong).path("objectionId");
        step(objection, "ACCEPT", null).then().statusCode(200);
        step(objection, "FIND_WRONG", null).then().statusCode(200);
        var repairs = new RepairDesk(officer);
        String repair = page.post("/businesses/" + business.id() + "/repairs", RepairDesk.request("PENALTY", wrong))
                .path("repairId");
        repairs.step(repair, "ACCEPT").then().statusCode(200);
        repairs.grant(repair, true, true).then().statusCode(200);
        step(objection, "CORRECT", null).then().statusCode(200);
        officer.get("/penalties/" + wrong)
                .then()
                .body("state", equalTo("PROVED_WRONG"))
                .body("shownTo", equalTo("2026-10-11"));
        String anew = recorded(business, decision);
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
        corrected(business, "SERIOUS_ENTRY", wrong);
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

    @Test
    void a_listing_that_proves_wrong_is_revoked_everywhere_and_its_penalty_stands() {
        on("2026-07-09");
        Business business = known();
        bank.follows(business).then().statusCode(200);
        String penalty = penalties.publishedFine(business, "2026-07-01");
        String serious =
                penalties.listsSeriously(business, penalty, "2026-07-08").path("entryId");
        awaitShown(serious, true);
        String id = objects(business, "SERIOUS_ENTRY", serious).path("objectionId");
        step(id, "ACCEPT", null).then().statusCode(200);
        step(id, "FIND_WRONG", null).then().statusCode(200);
        step(id, "CORRECT", null).then().statusCode(200);

        officer.get("/serious-entries/" + serious)
                .then()
                .body("removalMode", equalTo("OBJECTION"))
                .body("removedOn", equalTo("2026-07-09"));
        officer.get("/penalties/" + penalty).then().body("state", equalTo("PUBLISHED"));
        awaitShown(serious, false);
        awaitShown(penalty, true);
        assertThat(stated.about(business, SeriousListingRevoked.class, 1))
                .extracting(
                        revoked -> revoked.entryId().value(),
                        SeriousListingRevoked::revokedOn,
                        SeriousListingRevoked::stillListed)
                .containsExactly(tuple(serious, LocalDate.of(2026, 7, 9), false));
        assertThat(stated.about(business, SeriousRemoved.class)).isEmpty();
        assertThat(bank.changes("").getList("items.findAll { it.facts.entryId == '" + serious + "' }.facts.why"))
                .containsExactly(null, "OBJECTION");
        assertThat(bank.changes("").getList("items.findAll { it.facts.entryId == '" + serious + "' }.kind"))
                .containsExactly("SERIOUS_LISTED", "SERIOUS_REMOVED");
    }

    @Test
    void one_without_ground_is_rejected_with_its_reason_and_may_be_brought_as_long_as_the_penalty_is_shown() {
        on("2026-07-09");
        Business business = known();
        String penalty = penalties.publishedFine(business, "2026-07-01");
        on("2027-02-26");
        String id = objects(business, "PENALTY", penalty)
                .then()
                .statusCode(201)
                .extract()
                .path("objectionId");
        objects(business, "PENALTY", penalty)
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:hutong:problem:objection-pending"));
        step(id, "ACCEPT", null).then().statusCode(200);
        step(id, "REJECT", null).then().statusCode(422).body("violations.pointer", contains("/answer"));
        step(id, "REJECT", "处罚决定书已依法送达").then().statusCode(200).body("dueOn", equalTo(null));
        page.get(objectionsOf(business)).then().body("items.answer", contains("处罚决定书已依法送达"));
        officer.get("/penalties/" + penalty).then().body("state", equalTo("PUBLISHED"));
        assertThat(stated.about(business, PublicationObjectionDecided.class, 1))
                .extracting(PublicationObjectionDecided::result)
                .containsExactly(ObjectionResult.REJECTED);

        String again = objects(business, "PENALTY", penalty).path("objectionId");
        page.post(objectionsOf(business) + "/" + again + "/withdrawal", null)
                .then()
                .statusCode(200)
                .body("state", equalTo("WITHDRAWN"));
        assertThat(stated.about(business, PublicationObjectionDecided.class, 2))
                .extracting(PublicationObjectionDecided::result)
                .containsExactly(ObjectionResult.REJECTED, ObjectionResult.WITHDRAWN);
    }

    @Test
    void what_is_not_shown_or_is_another_s_cannot_be_objected_to() {
        on("2026-07-09");
        Business business = known();
        String recorded = penalties
                .records(business, PenaltyDesk.fine(8000, "2026-07-01"))
                .path("penaltyId");
        objects(business, "PENALTY", recorded)
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:hutong:problem:penalty-state"))
                .body("state", equalTo("RECORDED"));
        penalties.publishes(recorded).then().statusCode(200);
        String serious =
                penalties.listsSeriously(business, recorded, "2026-07-08").path("entryId");
        for (Map.Entry<String, String> wrong :
                Map.of("PENALTY", serious, "SERIOUS_ENTRY", recorded).entrySet()) {
            objects(business, wrong.getKey(), wrong.getValue()).then().statusCode(404);
        }
        objects(known(), "PENALTY", recorded).then().statusCode(404);
        penalties.withdraws(recorded, "ANNULLED", "2026-07-09").then().statusCode(200);
        objects(business, "PENALTY", recorded).then().statusCode(409).body("state", equalTo("ANNULLED"));
        objects(business, "SERIOUS_ENTRY", serious)
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:hutong:problem:already-removed"));
    }

    @Test
    void before_order_36_there_was_no_such_objection() {
        on("2026-03-31");
        Business business = known();
        String penalty = penalties.publishedFine(business, "2026-03-20");
        objects(business, "PENALTY", penalty)
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:hutong:problem:invalid-request"));
        on("2026-04-01");
        objects(business, "PENALTY", penalty).then().statusCode(201);
    }

    @Test
    void a_penalty_that_fell_meanwhile_is_not_withdrawn_twice() {
        on("2026-07-09");
        Business business = known();
        String penalty = penalties.publishedFine(business, "2026-07-01");
        String id = objects(business, "PENALTY", penalty).path("objectionId");
        step(id, "ACCEPT", null).then().statusCode(200);
        step(id, "FIND_WRONG", null).then().statusCode(200);
        penalties.withdraws(penalty, "ANNULLED", "2026-07-09").then().statusCode(200);
        step(id, "CORRECT", null).then().statusCode(200).body("state", equalTo("CORRECTED"));
        stated.about(business, PublicationObjectionDecided.class, 1);
        assertThat(stated.about(business, PenaltyWithdrawn.class))
                .extracting(PenaltyWithdrawn::reason)
                .containsExactly(PenaltyFall.ANNULLED);
    }

    @Test
    void one_against_what_is_shown_on_goes_on_with_the_next_operator_and_is_taken_after_the_end_of_the_business() {
        on("2026-07-09");
        Business business = known();
        String penalty = penalties.publishedFine(business, "2026-07-01");
        String id = objects(business, "PENALTY", penalty).path("objectionId");
        String other = penalties.publishedFine(business, "2026-07-01");
        String entry = officer.lists(business.id(), "ABN_UNREACHABLE", null, "2026-07-08")
                .path("entryId");
        objects(business, "ABNORMAL_ENTRY", entry).then().statusCode(201).body("entryId", equalTo(entry));
        register.stream.publish(business.id(), Register.passed(business, new OperatorTenureId(UUID.randomUUID())));
        await("the officer sees that another operator filed it")
                .atMost(Duration.ofSeconds(30))
                .until(() -> officer.get("/objections/" + id).path("formerOperator"));
        register.stream.publish(business.id(), Register.deregistered(business));
        await("the business is known to have left")
                .atMost(Duration.ofSeconds(30))
                .until(() -> objects(business, "ABNORMAL_ENTRY", entry)
                        .path("type")
                        .equals("urn:hutong:problem:business-ended"));
        officer.get("/objections/" + id).then().body("state", equalTo("FILED"));
        objects(business, "PENALTY", other).then().statusCode(201).body("state", equalTo("FILED"));
        step(id, "ACCEPT", null).then().statusCode(200);
        step(id, "FIND_WRONG", null).then().statusCode(200);
        step(id, "CORRECT", null).then().statusCode(200);
        awaitShown(penalty, false);
    }

    @Test
    void one_against_what_is_shown_no_longer_ends_with_the_business() {
        on("2026-07-09");
        Business business = known();
        String penalty = penalties.publishedFine(business, "2026-07-01");
        String id = objects(business, "PENALTY", penalty).path("objectionId");
        register.stream.publish(business.id(), Register.annulled(business, BusinessStatus.REGISTRATION_ANNULLED));
        await("the objection ends")
                .atMost(Duration.ofSeconds(30))
                .until(() -> officer.get("/objections/" + id).path("state").equals("BUSINESS_ENDED"));
        objects(business, "PENALTY", penalty)
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:hutong:problem:business-ended"));
        assertThat(stated.about(business, PublicationObjectionDecided.class, 1))
                .extracting(PublicationObjectionDecided::result)
                .containsExactly(ObjectionResult.BUSINESS_ENDED);
    }

    private String recorded(Business business, Map<String, Object> decision) {
        return penalties
                .records(business, decision)
                .then()
                .statusCode(201)
                .extract()
                .path("penaltyId");
    }

    private List<String> toPublish() {
        return officer.get("/penalties?limit=200").jsonPath().getList("items.penaltyId");
    }

    /** By an objection that proves right. */
    private void corrected(Business business, String target, String record) {
        String id = objects(business, target, record).path("objectionId");
        for (String step : List.of("ACCEPT", "FIND_WRONG", "CORRECT")) {
            step(id, step, null).then().statusCode(200);
        }
    }

    private Response objects(Business business, String target, String id) {
        return page.post(objectionsOf(business), Map.of("target", target, "targetId", id, "statement", "公示的处罚金额不符"));
    }

    private Response step(String id, String step, @Nullable String answer) {
        Map<String, @Nullable Object> body = new HashMap<>();
        body.put("step", step);
        body.put("answer", answer);
        return officer.post("/objections/" + id + "/steps", body);
    }

    /** Both platforms, as they are and not only as they should be. */
    private static void awaitShown(String subject, boolean shown) {
        await((shown ? "shown: " : "not shown: ") + subject)
                .atMost(Duration.ofSeconds(30))
                .until(() -> List.of("GSX", "XCN").stream()
                        .allMatch(platform -> PlatformStandIn.of(platform).shows(subject) == shown));
    }

    private static String objectionsOf(Business business) {
        return "/businesses/" + business.id() + "/objections";
    }
}
