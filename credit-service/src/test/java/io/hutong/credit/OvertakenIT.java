package io.hutong.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.hutong.events.BusinessStatus;
import io.hutong.events.CreditEvent.ObjectionDecided;
import io.hutong.events.CreditEvent.RepairDecided;
import io.hutong.events.ObjectionResult;
import io.hutong.events.RepairDecision;
import io.hutong.events.RepairTarget;
import io.hutong.identity.OperatorTenureId;
import io.hutong.testing.Register;
import io.hutong.testing.Register.Business;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What overtakes applications for repair, objections and what is shown: their own operator, the next one, the end of the business. */
@QuarkusTest
@CreditServers
@DisplayNameGeneration(ReplaceUnderscores.class)
class OvertakenIT extends CreditDesks {

    private final RepairDesk repairs = new RepairDesk(officer);
    private final PenaltyDesk penalties = new PenaltyDesk(officer);

    @Test
    void an_application_is_taken_back_until_it_is_decided_and_may_be_made_again() {
        on("2026-07-09");
        Business business = known();
        String entry = officer.unreachable(business, "2026-07-08");
        String id = asked(business, "ABNORMAL_ENTRY", entry);
        repairs.step(id, "ACCEPT").then().statusCode(200);
        page.post("/businesses/" + known().id() + "/repairs/" + id + "/withdrawal", null)
                .then()
                .statusCode(404);

        String key = UUID.randomUUID().toString();
        String withdrawal = "/businesses/" + business.id() + "/repairs/" + id + "/withdrawal";
        for (int time = 0; time < 2; time++) {
            page.post(withdrawal, null, key)
                    .then()
                    .statusCode(200)
                    .body("state", equalTo("WITHDRAWN"))
                    .body("stateSince", equalTo("2026-07-09"))
                    .body("dueOn", equalTo(null))
                    .body("overdue", equalTo(false));
        }
        page.post(withdrawal, null)
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:hutong:problem:repair-step"))
                .body("state", equalTo("WITHDRAWN"));
        repairs.grant(id, true, true).then().statusCode(409).body("state", equalTo("WITHDRAWN"));
        assertThat(officer.get("/repairs?limit=200").jsonPath().<String>getList("items.repairId"))
                .doesNotContain(id);
        List<RepairDecided> decided = stated.about(business, RepairDecided.class, 1);
        assertThat(decided)
                .containsExactly(new RepairDecided(
                        decided.get(0).repairId(),
                        business.uscc(),
                        RepairTarget.ABNORMAL_ENTRY,
                        decided.get(0).targetId(),
                        RepairDecision.WITHDRAWN,
                        LocalDate.of(2026, 7, 9),
                        null));
        String again = asked(business, "ABNORMAL_ENTRY", entry);
        repairs.step(again, "ACCEPT").then().statusCode(200);
        repairs.grant(again, true, true).then().statusCode(200);
        page.post("/businesses/" + business.id() + "/repairs/" + again + "/withdrawal", null)
                .then()
                .statusCode(409)
                .body("state", equalTo("GRANTED"));
    }

    @Test
    void taking_it_back_saves_nobody_from_the_bar_after_false_material() {
        on("2026-07-09");
        Business business = known();
        String entry = officer.unreachable(business, "2026-07-08");
        String id = asked(business, "ABNORMAL_ENTRY", entry);
        page.post("/businesses/" + business.id() + "/repairs/" + id + "/withdrawal", null)
                .then()
                .statusCode(200);
        repairs.step(id, "FIND_FALSE")
                .then()
                .statusCode(200)
                .body("state", equalTo("FALSE_MATERIAL"))
                .body("barredUntil", equalTo("2029-07-09"));
        page.post("/businesses/" + business.id() + "/repairs", RepairDesk.request("ABNORMAL_ENTRY", entry))
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:hutong:problem:repair-barred"));
    }

    @Test
    void of_a_withdrawal_and_a_decision_at_once_one_holds() throws Exception {
        on("2026-07-09");
        Business business = known();
        String id = asked(business, "ABNORMAL_ENTRY", officer.unreachable(business, "2026-07-08"));
        repairs.step(id, "ACCEPT").then().statusCode(200);
        assertThat(AtOnce.statuses(
                        () -> repairs.grant(id, true, true),
                        () -> page.post("/businesses/" + business.id() + "/repairs/" + id + "/withdrawal", null)))
                .containsExactly(200, 409);
        assertThat(stated.about(business, RepairDecided.class, 1)).hasSize(1);
    }

    @Test
    void an_objection_is_taken_back_until_something_is_found() {
        on("2026-09-03");
        Business business = known();
        String entry = officer.unreachable(business, "2026-09-01");
        String id = objects(business, entry);
        withdrawal(business, id)
                .then()
                .statusCode(200)
                .body("state", equalTo("WITHDRAWN"))
                .body("dueOn", equalTo(null));
        withdrawal(business, id)
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:hutong:problem:objection-step"))
                .body("state", equalTo("WITHDRAWN"));
        withdrawal(known(), id).then().statusCode(404);
        assertThat(stated.about(business, ObjectionDecided.class, 1))
                .extracting(ObjectionDecided::result, ObjectionDecided::decidedOn)
                .containsExactly(tuple(ObjectionResult.WITHDRAWN, LocalDate.of(2026, 9, 3)));
        assertThat(officer.get("/objections?limit=200").jsonPath().<String>getList("items.objectionId"))
                .doesNotContain(id);

        String again = objects(business, entry);
        step(again, "ACCEPT");
        step(again, "FIND_WRONG");
        withdrawal(business, again).then().statusCode(409).body("state", equalTo("FOUND_WRONG"));
    }

    @Test
    void another_operator_ends_what_was_asked_and_promised_but_not_what_was_objected() {
        on("2026-09-03");
        Business business = known();
        String entry = officer.unreachable(business, "2026-09-01");
        String asked = asked(business, "ABNORMAL_ENTRY", entry);
        String granted = granted(business);
        String objection = objects(business, entry);
        officer.get("/objections/" + objection).then().body("formerOperator", equalTo(false));

        register.stream.publish(business.id(), Register.passed(business, new OperatorTenureId(UUID.randomUUID())));
        awaitState(asked, "OPERATOR_CHANGED");
        officer.get("/repairs/" + granted).then().body("state", equalTo("GRANTED"));
        assertThat(stated.about(business, RepairDecided.class, 2))
                .extracting(RepairDecided::decision)
                .containsExactly(RepairDecision.GRANTED, RepairDecision.OPERATOR_CHANGED);

        officer.get("/objections/" + objection)
                .then()
                .body("state", equalTo("FILED"))
                .body("dueOn", equalTo("2026-09-10"))
                .body("formerOperator", equalTo(true));
        withdrawal(business, objection).then().statusCode(404);
        page.post("/businesses/" + business.id() + "/repairs/" + asked + "/withdrawal", null)
                .then()
                .statusCode(404);
        step(objection, "ACCEPT");
        step(objection, "FIND_WRONG");

        String anew = asked(business, "ABNORMAL_ENTRY", entry);
        repairs.step(anew, "ACCEPT").then().statusCode(200);
        step(objection, "CORRECT");
        officer.get("/abnormal-entries/" + entry).then().body("removalMode", equalTo("OBJECTION"));
    }

    @Test
    void a_deregistered_business_is_shown_with_its_penalties_and_without_its_abnormal_entries() {
        on("2026-07-09");
        Business business = known();
        String entry = officer.unreachable(business, "2026-07-01");
        String other = nameNotCorrected(business);
        String penalty = penalties.publishedFine(business, "2026-07-01");
        String ofEntry = asked(business, "ABNORMAL_ENTRY", entry);
        String ofPenalty = asked(business, "PENALTY", penalty);
        String open = objects(business, entry);
        String wrong = objects(business, other);
        step(wrong, "ACCEPT");
        step(wrong, "FIND_WRONG");
        PlatformStandIn.awaitShown(entry, true);
        PlatformStandIn.awaitShown(penalty, true);

        register.stream.publish(business.id(), Register.deregistered(business));
        awaitState(ofEntry, "BUSINESS_ENDED");
        PlatformStandIn.awaitShown(entry, false);
        PlatformStandIn.awaitShown(other, false);
        PlatformStandIn.awaitShown(penalty, true);
        officer.get("/repairs/" + ofPenalty).then().body("state", equalTo("REQUESTED"));
        officer.get("/objections/" + open)
                .then()
                .body("state", equalTo("BUSINESS_ENDED"))
                .body("dueOn", equalTo(null));
        officer.get("/objections/" + wrong).then().body("state", equalTo("FOUND_WRONG"));
        step(wrong, "CORRECT");
        assertThat(stated.about(business, ObjectionDecided.class, 2))
                .extracting(ObjectionDecided::result)
                .containsExactly(ObjectionResult.BUSINESS_ENDED, ObjectionResult.UPHELD);
        assertThat(stated.about(business, RepairDecided.class, 1))
                .extracting(RepairDecided::decision)
                .containsExactly(RepairDecision.BUSINESS_ENDED);

        register.stream.publish(business.id(), Register.annulled(business, BusinessStatus.ACTIVE));
        PlatformStandIn.awaitShown(entry, true);
        PlatformStandIn.awaitShown(penalty, true);
        PlatformStandIn.awaitShown(other, false);
        officer.get("/repairs/" + ofEntry).then().body("state", equalTo("BUSINESS_ENDED"));
    }

    @Test
    void of_a_business_whose_registration_was_annulled_nothing_is_shown_and_nothing_is_open() {
        on("2026-07-09");
        Business business = known();
        String entry = officer.unreachable(business, "2026-07-01");
        String penalty = penalties.publishedFine(business, "2026-07-01");
        String hidden = penalties
                .records(business, PenaltyDesk.fine(8000, "2026-07-01"))
                .path("penaltyId");
        String serious =
                penalties.listsSeriously(business, penalty, "2026-07-08").path("entryId");
        String asked = asked(business, "PENALTY", penalty);
        PlatformStandIn.awaitShown(serious, true);

        register.stream.publish(business.id(), Register.annulled(business, BusinessStatus.REGISTRATION_ANNULLED));
        awaitState(asked, "BUSINESS_ENDED");
        for (String fact : List.of(entry, penalty, serious)) {
            PlatformStandIn.awaitShown(fact, false);
        }
        penalties
                .publishes(hidden)
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:hutong:problem:business-ended"))
                .body("businessStatus", equalTo("REGISTRATION_ANNULLED"));
        officer.get("/penalties/" + penalty).then().body("state", equalTo("PUBLISHED"));
        assertThat(BankDesk.a().looksAt(business).jsonPath().getList("facts.field"))
                .doesNotContain("abnormalEntry", "penalty", "seriousEntry")
                .contains("status");
    }

    @Test
    void what_came_to_its_end_while_the_business_was_gone_is_not_shown_again() {
        on("2026-07-09");
        Business business = known();
        String penalty = penalties.publishedFine(business, "2026-07-01");
        PlatformStandIn.awaitShown(penalty, true);
        register.stream.publish(business.id(), Register.annulled(business, BusinessStatus.REGISTRATION_ANNULLED));
        PlatformStandIn.awaitShown(penalty, false);
        penalties.withdraws(penalty, "ANNULLED", "2026-07-09").then().statusCode(200);
        register.stream.publish(business.id(), Register.annulled(business, BusinessStatus.ACTIVE));
        await("the business is back")
                .atMost(Duration.ofSeconds(30))
                .until(() -> officer.lists(business.id(), "ABN_NAME", null, "2026-07-01")
                                .statusCode()
                        == 201);
        officer.get("/publications/" + penalty).then().body("items.shown", contains(false, false));
    }

    private String nameNotCorrected(Business business) {
        return officer.lists(business.id(), "ABN_NAME", null, "2026-07-01")
                .then()
                .statusCode(201)
                .extract()
                .path("entryId");
    }

    private String asked(Business business, String target, String id) {
        return page.post("/businesses/" + business.id() + "/repairs", RepairDesk.request(target, id))
                .then()
                .statusCode(201)
                .extract()
                .path("repairId");
    }

    /** About an entry of its own. */
    private String granted(Business business) {
        String id = asked(business, "ABNORMAL_ENTRY", nameNotCorrected(business));
        repairs.step(id, "ACCEPT").then().statusCode(200);
        repairs.grant(id, true, true).then().statusCode(200);
        return id;
    }

    private String objects(Business business, String entry) {
        return page.post(
                        "/businesses/" + business.id() + "/objections",
                        Map.of("entryId", entry, "statement", "门店一直正常营业"))
                .then()
                .statusCode(201)
                .extract()
                .path("objectionId");
    }

    private void step(String objection, String step) {
        officer.post("/objections/" + objection + "/steps", Map.of("step", step))
                .then()
                .statusCode(200);
    }

    private Response withdrawal(Business business, String objection) {
        return page.post("/businesses/" + business.id() + "/objections/" + objection + "/withdrawal", null);
    }

    private void awaitState(String repair, String state) {
        await(state)
                .atMost(Duration.ofSeconds(30))
                .until(() -> officer.get("/repairs/" + repair).path("state").equals(state));
    }
}
