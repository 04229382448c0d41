package io.hutong.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import io.hutong.events.CreditEvent.PublicationObjectionDecided;
import io.hutong.events.CreditEvent.PublicationObjectionFiled;
import io.hutong.events.CreditEvent.RepairDecided;
import io.hutong.events.CreditEvent.RepairRequested;
import io.hutong.events.FilingChannel;
import io.hutong.events.RepairDecision;
import io.hutong.testing.Register.Business;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What Credit China says of a case after it pushed it: it takes it back or corrects it; and what cannot have been received. */
@QuarkusTest
@CreditServers
@DisplayNameGeneration(ReplaceUnderscores.class)
class CreditChinaCasesIT extends CreditDesks {
    private static final String REPAIRS = "/credit-china/repairs";
    private static final String OBJECTIONS = "/credit-china/objections";

    private final RepairDesk repairs = new RepairDesk(officer);
    private final PenaltyDesk penalties = new PenaltyDesk(officer);
    private final Desk xcn = Desk.creditChina();

    @Test
    void an_objection_against_a_penalty_is_worked_by_its_clocks_and_each_step_is_told_back_and_acknowledged() {
        on("2026-07-09");
        Business business = known();
        String penalty = penalties.publishedFine(business, "2026-07-01");
        Map<String, Object> push = objection(business, "PENALTY", penalty, "2026-07-09");
        String id = xcn.post(OBJECTIONS, push)
                .then()
                .statusCode(201)
                .body("dueOn", equalTo("2026-07-14"))
                .body("version", equalTo(1))
                .extract()
                .path("objectionId");
        assertThat(xcn.post(OBJECTIONS, push).<String>path("objectionId")).isEqualTo(id);
        step(id, "ACCEPT").then().statusCode(200).body("dueOn", equalTo("2026-07-20"));
        assertThat(told(id, "ACCEPTED").path("content").path("dueOn").asText()).isEqualTo("2026-07-20");
        step(id, "FIND_WRONG").then().statusCode(200);
        step(id, "CORRECT").then().statusCode(200);
        told(id, "CORRECTED");
        await("both platforms show it no longer")
                .atMost(Duration.ofSeconds(30))
                .until(() -> !PlatformStandIn.of("XCN").shows(penalty)
                        && !PlatformStandIn.of("GSX").shows(penalty));
        await("the answer is acknowledged")
                .atMost(Duration.ofSeconds(30))
                .until(() -> officer.get("/publications/" + id)
                        .jsonPath()
                        .getList("items.acknowledged")
                        .equals(List.of(true)));
        officer.get("/penalties/" + penalty).then().body("state", equalTo("PROVED_WRONG"));
        assertThat(stated.about(business, PublicationObjectionFiled.class, 1))
                .extracting(PublicationObjectionFiled::channel)
                .containsExactly(FilingChannel.XCN);
        assertThat(stated.about(business, PublicationObjectionDecided.class, 1)).hasSize(1);
    }

    @Test
    void an_objection_against_a_listing_that_is_rejected_is_told_without_its_reason_which_credit_china_reads() {
        on("2026-07-09");
        Business business = known();
        String penalty = penalties.publishedFine(business, "2026-07-01");
        String serious =
                penalties.listsSeriously(business, penalty, "2026-07-08").path("entryId");
        Map<String, Object> push = objection(business, "SERIOUS_ENTRY", serious, "2026-07-09");
        String id = xcn.post(OBJECTIONS, push).path("objectionId");
        step(id, "ACCEPT").then().statusCode(200);
        officer.post("/objections/" + id + "/steps", Map.of("step", "REJECT", "answer", "金丝雀列入决定合法"))
                .then()
                .statusCode(200);
        assertThat(told(id, "REJECTED").toString()).doesNotContain("金丝雀");
        xcn.get(OBJECTIONS + "/" + push.get("caseNo")).then().body("answer", equalTo("金丝雀列入决定合法"));
        officer.get("/serious-entries/" + serious).then().body("open", equalTo(true));
    }

    @Test
    void a_repair_is_taken_back_by_credit_china_until_it_is_decided_however_often_it_says_so() throws Exception {
        on("2026-07-09");
        Business business = known();
        String entry = officer.unreachable(business, "2026-07-08");
        Map<String, Object> push = repair(business, "ABNORMAL_ENTRY", entry, "2026-07-09");
        String id = xcn.post(REPAIRS, push).path("repairId");
        String withdrawal = REPAIRS + "/" + push.get("caseNo") + "/withdrawal";
        assertThat(AtOnce.statuses(() -> xcn.post(withdrawal, null), () -> xcn.post(withdrawal, null)))
                .containsExactly(200, 200);
        xcn.post(withdrawal, null).then().statusCode(200).body("state", equalTo("WITHDRAWN"));
        told(id, "WITHDRAWN");
        assertThat(stated.about(business, RepairDecided.class, 1))
                .extracting(RepairDecided::decision)
                .containsExactly(RepairDecision.WITHDRAWN);
        repairs.step(id, "ACCEPT").then().statusCode(409);
        xcn.post(REPAIRS, push).then().statusCode(201).body("state", equalTo("WITHDRAWN"));
        xcn.post(REPAIRS + "/XCN-" + random() + "/withdrawal", null).then().statusCode(404);

        Map<String, Object> anew = repair(business, "ABNORMAL_ENTRY", entry, "2026-07-09");
        String second = xcn.post(REPAIRS, anew).path("repairId");
        repairs.step(second, "ACCEPT").then().statusCode(200);
        repairs.grant(second, true, true).then().statusCode(200);
        for (Response late : List.of(
                xcn.post(REPAIRS + "/" + anew.get("caseNo") + "/withdrawal", null),
                corrects(REPAIRS, anew, Map.of("version", 2)))) {
            late.then()
                    .statusCode(409)
                    .body("type", equalTo("urn:hutong:problem:repair-step"))
                    .body("state", equalTo("GRANTED"));
        }
    }

    @Test
    void a_correction_of_a_repair_counts_from_then_on_and_every_version_is_kept() {
        on("2026-07-09");
        Business business = known();
        Map<String, Object> push =
                repair(business, "ABNORMAL_ENTRY", officer.unreachable(business, "2026-07-08"), "2026-07-09");
        push.put("promised", false);
        String id = xcn.post(REPAIRS, push).path("repairId");
        repairs.step(id, "ACCEPT").then().statusCode(409).body("type", equalTo("urn:hutong:problem:repair-conditions"));
        on("2026-07-10");
        Map<String, Object> second = Map.of("version", 2, "promised", true);
        for (int time = 0; time < 2; time++) {
            corrects(REPAIRS, push, second)
                    .then()
                    .statusCode(200)
                    .body("repairId", equalTo(id))
                    .body("version", equalTo(2))
                    .body("dueOn", equalTo("2026-07-14"));
        }
        await("Credit China is told which version is worked on")
                .atMost(Duration.ofSeconds(30))
                .until(() -> told(id, "REQUESTED")
                        .path("content")
                        .path("version")
                        .asText()
                        .equals("2"));
        xcn.post(REPAIRS, push)
                .then()
                .statusCode(201)
                .body("repairId", equalTo(id))
                .body("version", equalTo(2));
        for (Map<String, Object> unfit : List.<Map<String, Object>>of(
                Map.of("version", 4, "promised", true),
                Map.of("version", 2, "promised", true, "corrected", false),
                Map.of("version", 1, "promised", true),
                Map.of("version", 0, "promised", true))) {
            corrects(REPAIRS, push, unfit)
                    .then()
                    .statusCode(409)
                    .body("type", equalTo("urn:hutong:problem:case-version"))
                    .body("version", equalTo(2));
        }
        officer.get("/repairs/" + id + "/versions")
                .then()
                .body("items.version", contains(1, 2))
                .body("items.promised", contains(false, true))
                .body("items.pushedOn", contains("2026-07-09", "2026-07-10"));
        refusedAsUnread(repairs.step(id, "ACCEPT"), 2);
        refusedAsUnread(repairs.accept(id, 1), 2);
        repairs.accept(id, 2).then().statusCode(200);
        corrects(REPAIRS, push, Map.of("version", 3, "promised", false)).then().statusCode(200);
        refusedAsUnread(repairs.grant(id, 2), 3);
        repairs.grant(id, 3).then().statusCode(409).body("type", equalTo("urn:hutong:problem:repair-conditions"));
        corrects(REPAIRS, push, Map.of("version", 4, "promised", true)).then().statusCode(200);
        repairs.grant(id, 4).then().statusCode(200);
        // what is known already is answered even when it is decided
        corrects(REPAIRS, push, second).then().statusCode(200).body("state", equalTo("GRANTED"));
        assertThat(stated.about(business, RepairRequested.class, 1)).hasSize(1);
    }

    @Test
    void of_two_corrections_at_once_one_is_the_next_version() throws Exception {
        on("2026-07-09");
        Business business = known();
        Map<String, Object> push =
                repair(business, "ABNORMAL_ENTRY", officer.unreachable(business, "2026-07-08"), "2026-07-09");
        String id = xcn.post(REPAIRS, push).path("repairId");
        assertThat(AtOnce.statuses(
                        () -> corrects(REPAIRS, push, Map.of("version", 2, "promised", false)),
                        () -> corrects(REPAIRS, push, Map.of("version", 2, "corrected", false))))
                .containsExactly(200, 409);
        officer.get("/repairs/" + id + "/versions").then().body("items.version", contains(1, 2));
    }

    @Test
    void a_pushed_objection_is_corrected_and_taken_back_until_something_is_found() {
        on("2026-07-09");
        Business business = known();
        String penalty = penalties.publishedFine(business, "2026-07-01");
        Map<String, Object> push = objection(business, "PENALTY", penalty, "2026-07-09");
        String id = xcn.post(OBJECTIONS, push).path("objectionId");
        corrects(OBJECTIONS, push, Map.of("version", 2, "statement", " "))
                .then()
                .statusCode(422)
                .body("violations.pointer", contains("/statement"));
        refusedAsUnread(step(id, "ACCEPT", 2), 1);
        corrects(OBJECTIONS, push, Map.of("version", 2, "statement", "金丝雀金额应为八百元"))
                .then()
                .statusCode(200)
                .body("version", equalTo(2))
                .body("dueOn", equalTo("2026-07-14"));
        officer.get("/objections/" + id)
                .then()
                .body("statement", equalTo("金丝雀金额应为八百元"))
                .body("version", equalTo(2));
        officer.get("/objections/" + id + "/versions")
                .then()
                .body("items.statement", contains("公示的处罚金额不符", "金丝雀金额应为八百元"));
        refusedAsUnread(step(id, "ACCEPT"), 2);
        refusedAsUnread(step(id, "ACCEPT", 1), 2);
        step(id, "ACCEPT", 2).then().statusCode(200).body("state", equalTo("ACCEPTED"));
        assertThat(xcn.post(OBJECTIONS, push).<String>path("objectionId")).isEqualTo(id);
        assertThat(told(id, "ACCEPTED").toString())
                .contains("\"version\":\"2\"")
                .doesNotContain("金丝雀");
        assertThat(stated.bodies(business)).doesNotContain("金丝雀");
        xcn.post(OBJECTIONS + "/" + push.get("caseNo") + "/withdrawal", null)
                .then()
                .statusCode(200)
                .body("state", equalTo("WITHDRAWN"));
        told(id, "WITHDRAWN");

        Map<String, Object> anew = objection(business, "PENALTY", penalty, "2026-07-09");
        String second = xcn.post(OBJECTIONS, anew).path("objectionId");
        step(second, "ACCEPT").then().statusCode(200);
        step(second, "FIND_WRONG").then().statusCode(200);
        for (Response late : List.of(
                xcn.post(OBJECTIONS + "/" + anew.get("caseNo") + "/withdrawal", null),
                corrects(OBJECTIONS, anew, Map.of("version", 2, "statement", "另一说法")))) {
            late.then()
                    .statusCode(409)
                    .body("type", equalTo("urn:hutong:problem:objection-step"))
                    .body("state", equalTo("FOUND_WRONG"));
        }
    }

    @Test
    void nobody_asked_about_a_record_before_it_was_published() {
        on("2026-07-01");
        Business business = known();
        on("2026-07-08");
        String penalty = penalties.publishedFine(business, "2026-07-01");
        String serious =
                penalties.listsSeriously(business, penalty, "2026-07-08").path("entryId");
        String entry = officer.unreachable(business, "2026-07-08");
        on("2026-07-09");
        for (Map.Entry<String, String> record : Map.of(
                        "PENALTY", penalty, "SERIOUS_ENTRY", serious, "ABNORMAL_ENTRY", entry)
                .entrySet()) {
            refusedAsTooEarly(xcn.post(REPAIRS, repair(business, record.getKey(), record.getValue(), "2026-07-07")));
            refusedAsTooEarly(
                    xcn.post(OBJECTIONS, objection(business, record.getKey(), record.getValue(), "2026-07-07")));
        }
        Map<String, Object> inTime = repair(business, "PENALTY", penalty, "2026-07-08");
        xcn.post(REPAIRS, inTime).then().statusCode(201);
        Map<String, Object> early = new HashMap<>(inTime);
        early.put("receivedOn", "2026-07-07");
        refusedAsTooEarly(corrects(REPAIRS, early, Map.of("version", 2)));
        early.put("receivedOn", "2026-07-10");
        corrects(REPAIRS, early, Map.of("version", 2))
                .then()
                .statusCode(422)
                .body("violations.pointer", contains("/receivedOn"));
        xcn.get(REPAIRS + "/" + inTime.get("caseNo")).then().body("version", equalTo(1));
        // also when the record has ended
        on("2027-07-10");
        await("the time of the penalty is over")
                .atMost(Duration.ofSeconds(30))
                .until(() -> officer.get("/penalties/" + penalty).path("state").equals("TERM_OVER"));
        early.put("receivedOn", "2026-07-07");
        refusedAsTooEarly(corrects(REPAIRS, early, Map.of("version", 2)));
    }

    @Test
    void a_correction_names_the_day_of_the_original_receipt_which_moves_no_clock() {
        on("2026-07-08");
        Business business = known();
        String penalty = penalties.publishedFine(business, "2026-07-01");
        on("2026-07-09");
        Map<String, Object> objection = objection(business, "PENALTY", penalty, "2026-07-09");
        Map<String, Object> repair =
                repair(business, "ABNORMAL_ENTRY", officer.unreachable(business, "2026-07-08"), "2026-07-09");
        String id = xcn.post(OBJECTIONS, objection).path("objectionId");
        xcn.post(REPAIRS, repair).then().statusCode(201);
        on("2026-07-17");
        for (Response late : List.of(
                corrects(OBJECTIONS, objection, Map.of("version", 2, "receivedOn", "2026-07-10")),
                corrects(REPAIRS, repair, Map.of("version", 2, "receivedOn", "2026-07-10")))) {
            late.then()
                    .statusCode(422)
                    .body("violations.pointer", contains("/receivedOn"))
                    .body("violations.code", contains("date.after-push"));
            assertThat(late.asString()).contains("2026-07-09");
        }
        corrects(OBJECTIONS, objection, Map.of("version", 2, "receivedOn", "2026-03-31"))
                .then()
                .statusCode(422)
                .body("detail", equalTo("No rule was in force on the day given; nothing was recorded."));
        corrects(OBJECTIONS, objection, Map.of("version", 2, "receivedOn", "2026-07-08"))
                .then()
                .statusCode(200)
                .body("dueOn", equalTo("2026-07-14"));
        officer.get("/objections/" + id + "/versions")
                .then()
                .body("items.receivedOn", contains("2026-07-09", "2026-07-08"));
    }

    @Test
    void an_objection_against_nothing_names_both_members_that_may_be_wrong() {
        on("2026-07-09");
        Business business = known();
        String penalty = penalties.publishedFine(business, "2026-07-01");
        xcn.post(OBJECTIONS, objection(business, "SERIOUS_ENTRY", penalty, "2026-07-09"))
                .then()
                .statusCode(422)
                .body("violations.pointer", contains("/target", "/targetId"));
        Map<String, Object> nothing = pushed(business, "2026-07-09");
        nothing.put("statement", "公示的处罚金额不符");
        xcn.post(OBJECTIONS, nothing).then().statusCode(422).body("violations.pointer", contains("/targetId"));
    }

    private static void refusedAsUnread(Response refused, int present) {
        refused.then()
                .statusCode(409)
                .body("type", equalTo("urn:hutong:problem:case-version"))
                .body("version", equalTo(present));
    }

    private static void refusedAsTooEarly(Response refused) {
        refused.then()
                .statusCode(422)
                .body("violations.pointer", contains("/receivedOn"))
                .body("violations.code", contains("date.before-publication"));
        assertThat(refused.asString()).contains("2026-07-08");
    }

    private Response corrects(String pushes, Map<String, Object> push, Map<String, Object> otherwise) {
        Map<String, Object> correction = new HashMap<>(push);
        correction.keySet().removeAll(List.of("caseNo", "uscc", "target", "targetId"));
        correction.putAll(otherwise);
        return xcn.post(pushes + "/" + push.get("caseNo") + "/corrections", correction);
    }

    private JsonNode told(String id, String state) {
        return await(state + " is told")
                .atMost(Duration.ofSeconds(30))
                .until(
                        () -> PlatformStandIn.of("XCN").notice(id),
                        notice -> notice.path("content").path("state").asText().equals(state));
    }

    private Response step(String objection, String step, int version) {
        return officer.post("/objections/" + objection + "/steps", Map.of("step", step, "version", version));
    }

    private Response step(String objection, String step) {
        return officer.post("/objections/" + objection + "/steps", Map.of("step", step));
    }

    private static Map<String, Object> repair(Business business, String target, String id, String receivedOn) {
        Map<String, Object> push = RepairDesk.request(target, id);
        push.putAll(pushed(business, receivedOn));
        return push;
    }

    private static Map<String, Object> objection(Business business, String target, String id, String receivedOn) {
        Map<String, Object> push = pushed(business, receivedOn);
        push.put("target", target);
        push.put("targetId", id);
        push.put("statement", "公示的处罚金额不符");
        return push;
    }

    private static Map<String, Object> pushed(Business business, String receivedOn) {
        Map<String, Object> push = new HashMap<>();
        push.put("caseNo", "XCN-" + random());
        push.put("receivedOn", receivedOn);
        push.put("uscc", business.uscc().value());
        return push;
    }

    private static String random() {
        return UUID.randomUUID().toString();
    }
}
