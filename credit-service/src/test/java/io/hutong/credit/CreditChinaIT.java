package io.hutong.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.hutong.events.CreditEvent.ObjectionFiled;
import io.hutong.events.CreditEvent.RepairRequested;
import io.hutong.events.FilingChannel;
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
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What Credit China receives and pushes here: once, by its own numbers, and every result told back to it. */
@QuarkusTest
@CreditServers
@DisplayNameGeneration(ReplaceUnderscores.class)
class CreditChinaIT extends CreditDesks {

    private final RepairDesk repairs = new RepairDesk(officer);
    private final PenaltyDesk penalties = new PenaltyDesk(officer);
    private final Desk xcn = Desk.creditChina();

    @Test
    void an_application_that_credit_china_pushes_is_one_however_often_it_is_pushed() throws Exception {
        on("2026-07-08");
        Business business = known();
        String entry = officer.unreachable(business, "2026-07-08");
        on("2026-07-09");
        Map<String, Object> push = push(business, "ABNORMAL_ENTRY", entry, "2026-07-08");
        String id = xcn.post("/credit-china/repairs", push)
                .then()
                .statusCode(201)
                .body("caseNo", equalTo(push.get("caseNo")))
                .body("state", equalTo("REQUESTED"))
                .body("dueOn", equalTo("2026-07-14"))
                .extract()
                .path("repairId");
        for (Response again : List.of(
                xcn.post("/credit-china/repairs", push), xcn.get("/credit-china/repairs/" + push.get("caseNo")))) {
            assertThat(again.<String>path("repairId")).isEqualTo(id);
        }
        officer.get("/repairs/" + id)
                .then()
                .body("channel", equalTo("XCN"))
                .body("caseNo", equalTo(push.get("caseNo")))
                .body("receivedOn", equalTo("2026-07-08"));
        Map<String, Object> other = new HashMap<>(push);
        other.put("corrected", false);
        xcn.post("/credit-china/repairs", other)
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:hutong:problem:case-number-reused"));
        Map<String, Object> more = push(business, "ABNORMAL_ENTRY", entry, "2026-07-09");
        xcn.post("/credit-china/repairs", more)
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:hutong:problem:repair-pending"));
        xcn.get("/credit-china/repairs/" + more.get("caseNo")).then().statusCode(404);
        assertThat(stated.about(business, RepairRequested.class, 1))
                .extracting(RepairRequested::channel)
                .containsExactly(FilingChannel.XCN);
        page.get("/businesses/" + business.id() + "/repairs").then().body("items.repairId", contains(id));

        Business second = known();
        Map<String, Object> race =
                push(second, "ABNORMAL_ENTRY", officer.unreachable(second, "2026-07-08"), "2026-07-09");
        assertThat(AtOnce.statuses(
                        () -> xcn.post("/credit-china/repairs", race), () -> xcn.post("/credit-china/repairs", race)))
                .containsExactly(201, 201);
        assertThat(stated.about(second, RepairRequested.class, 1)).hasSize(1);
    }

    @Test
    void acceptance_result_and_the_last_acknowledgement_are_told_back_and_acknowledged() {
        on("2026-07-07");
        Business business = known();
        String entry = officer.unreachable(business, "2026-07-07");
        on("2026-07-09");
        Map<String, Object> push = push(business, "ABNORMAL_ENTRY", entry, "2026-07-07");
        String id = xcn.post("/credit-china/repairs", push).path("repairId");
        repairs.step(id, "ACCEPT").then().statusCode(200).body("dueOn", equalTo("2026-07-16"));
        JsonNode accepted = told(id, "ACCEPTED");
        assertThat(accepted.path("kind").asText()).isEqualTo("REPAIR_CASE");
        assertThat(accepted.path("content"))
                .isEqualTo(JsonNodeFactory.instance
                        .objectNode()
                        .put("caseNo", String.valueOf(push.get("caseNo")))
                        .put("state", "ACCEPTED")
                        .put("stateSince", "2026-07-09")
                        .put("dueOn", "2026-07-16"));
        // ten working days from the receipt at Credit China
        repairs.grant(id, true, true).then().statusCode(200).body("dueOn", equalTo("2026-07-21"));
        await("the end is told")
                .atMost(Duration.ofSeconds(60))
                .until(() -> told(id, "GRANTED").path("content").has("finishedAt"));
        officer.get("/publications/" + id)
                .then()
                .body("items.platform", contains("XCN"))
                .body("items.acknowledged", contains(true));
        assertThat(PlatformStandIn.of("GSX").about(id)).isEmpty();
        assertThat(PlatformStandIn.of("XCN").shows(entry)).isFalse();
    }

    @Test
    void a_refusal_is_told_without_its_reason_which_credit_china_reads_by_its_number() {
        on("2026-07-09");
        Business business = known();
        Map<String, Object> push =
                push(business, "ABNORMAL_ENTRY", officer.unreachable(business, "2026-07-08"), "2026-07-09");
        String id = xcn.post("/credit-china/repairs", push).path("repairId");
        repairs.step(id, "NOT_ACCEPT", "金丝雀缺少承诺书").then().statusCode(200);
        assertThat(told(id, "NOT_ACCEPTED").toString()).doesNotContain("金丝雀");
        xcn.get("/credit-china/repairs/" + push.get("caseNo"))
                .then()
                .statusCode(200)
                .body("state", equalTo("NOT_ACCEPTED"))
                .body("reason", equalTo("金丝雀缺少承诺书"));
        assertThat(stated.bodies(business)).doesNotContain("金丝雀");
    }

    @Test
    void what_credit_china_is_told_of_a_case_is_nothing_that_it_shows() {
        on("2026-07-09");
        Business business = known();
        String id = xcn.post(
                        "/credit-china/repairs",
                        push(business, "ABNORMAL_ENTRY", officer.unreachable(business, "2026-07-08"), "2026-07-09"))
                .path("repairId");
        repairs.step(id, "ACCEPT").then().statusCode(200);
        told(id, "ACCEPTED");
        assertThat(officer.compares("XCN").<String>getList("differences.examples"))
                .doesNotContain(id);
    }

    @Test
    void a_push_that_cannot_be_right_is_refused_with_everything_that_is_wrong() {
        on("2026-07-09");
        Business business = known();
        Map<String, Object> wrong =
                push(business, "ABNORMAL_ENTRY", officer.unreachable(business, "2026-07-08"), "2026-07-10");
        wrong.put("caseNo", "有空格 ");
        xcn.post("/credit-china/repairs", wrong)
                .then()
                .statusCode(422)
                .body("violations.pointer", contains("/caseNo", "/receivedOn"));
        Map<String, Object> nobody = push(Register.business(Register.COUNTY), "PENALTY", random(), "2026-07-09");
        xcn.post("/credit-china/repairs", nobody).then().statusCode(422).body("violations.pointer", contains("/uscc"));
        xcn.post(
                        "/credit-china/objections",
                        objection(business, officer.unreachable(known(), "2026-07-08"), "2026-07-09"))
                .then()
                .statusCode(422)
                .body("violations.pointer", contains("/target", "/targetId"));
        xcn.post("/credit-china/repairs", push(business, "PENALTY", random(), "2026-07-09"))
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:hutong:problem:repair-target"));
        Map<String, Object> early = objection(business, officer.unreachable(known(), "2026-07-08"), "2026-03-31");
        xcn.post("/credit-china/objections", early)
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:hutong:problem:invalid-request"));
    }

    @Test
    void an_objection_that_credit_china_pushes_has_its_own_clock_and_its_result_is_told_back() {
        on("2026-07-09");
        Business business = known();
        String entry = officer.unreachable(business, "2026-07-08");
        on("2026-09-28");
        Map<String, Object> push = objection(business, entry, "2026-09-27");
        String id = xcn.post("/credit-china/objections", push)
                .then()
                .statusCode(201)
                .body("state", equalTo("FILED"))
                .body("dueOn", equalTo("2026-10-10"))
                .body("pushedLate", equalTo(false))
                .extract()
                .path("objectionId");
        assertThat(xcn.post("/credit-china/objections", push).<String>path("objectionId"))
                .isEqualTo(id);
        Map<String, Object> other = new HashMap<>(push);
        other.put("statement", "别的");
        xcn.post("/credit-china/objections", other)
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:hutong:problem:case-number-reused"));
        step(id, "ACCEPT").then().statusCode(200).body("dueOn", equalTo("2026-10-13"));
        assertThat(told(id, "ACCEPTED").path("kind").asText()).isEqualTo("OBJECTION_CASE");
        step(id, "FIND_WRONG").then().statusCode(200).body("dueOn", equalTo("2026-10-10"));
        officer.post("/objections/" + id + "/steps", Map.of("step", "CORRECT", "answer", "金丝雀列入有误"))
                .then()
                .statusCode(200);
        assertThat(told(id, "CORRECTED").toString()).doesNotContain("金丝雀");
        xcn.get("/credit-china/objections/" + push.get("caseNo"))
                .then()
                .body("state", equalTo("CORRECTED"))
                .body("answer", equalTo("金丝雀列入有误"));
        officer.get("/abnormal-entries/" + entry).then().body("removalMode", equalTo("OBJECTION"));
        assertThat(stated.about(business, ObjectionFiled.class, 1))
                .extracting(ObjectionFiled::channel, ObjectionFiled::filedOn)
                .containsExactly(tuple(FilingChannel.XCN, LocalDate.of(2026, 9, 28)));
    }

    @Test
    void an_objection_that_was_pushed_after_the_next_working_day_is_marked() {
        on("2026-09-28");
        Business business = known();
        Map<String, Object> push = objection(business, officer.unreachable(business, "2026-09-28"), "2026-09-28");
        on("2026-09-30");
        String id = xcn.post("/credit-china/objections", push)
                .then()
                .statusCode(201)
                .body("pushedLate", equalTo(true))
                .extract()
                .path("objectionId");
        officer.get("/objections/" + id)
                .then()
                .body("pushedLate", equalTo(true))
                .body("channel", equalTo("XCN"))
                .body("receivedOn", equalTo("2026-09-28"))
                .body("caseNo", equalTo(push.get("caseNo")));
    }

    @Test
    void a_business_that_ends_ends_its_pushed_cases_and_credit_china_is_told() {
        on("2026-07-09");
        Business business = known();
        String entry = officer.unreachable(business, "2026-07-08");
        String repair = xcn.post("/credit-china/repairs", push(business, "ABNORMAL_ENTRY", entry, "2026-07-09"))
                .path("repairId");
        String objection = xcn.post("/credit-china/objections", objection(business, entry, "2026-07-09"))
                .path("objectionId");
        register.stream.publish(business.id(), Register.deregistered(business));
        told(repair, "BUSINESS_ENDED");
        told(objection, "BUSINESS_ENDED");
    }

    @Test
    void what_credit_china_shows_of_a_business_names_its_operator_nowhere() {
        on("2026-07-09");
        Business business = known();
        String penalty = penalties.publishedFine(business, "2026-07-01");
        String serious =
                penalties.listsSeriously(business, penalty, "2026-07-08").path("entryId");
        String entry = officer.unreachable(business, "2026-07-08");
        for (String fact : List.of(penalty, serious, entry)) {
            await(fact)
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> PlatformStandIn.of("XCN").shows(fact));
            assertThat(PlatformStandIn.of("XCN").notice(fact).path("content").toString())
                    .contains(business.uscc().value())
                    .doesNotContain("王老板", business.tenure().value());
        }
    }

    private JsonNode told(String id, String state) {
        return await(state + " is told")
                .atMost(Duration.ofSeconds(30))
                .until(
                        () -> PlatformStandIn.of("XCN").notice(id),
                        notice -> notice.path("content").path("state").asText().equals(state));
    }

    private Response step(String objection, String step) {
        return officer.post("/objections/" + objection + "/steps", Map.of("step", step));
    }

    private static Map<String, Object> push(Business business, String target, String id, String receivedOn) {
        Map<String, Object> push = RepairDesk.request(target, id);
        push.put("caseNo", "XCN-" + random());
        push.put("receivedOn", receivedOn);
        push.put("uscc", business.uscc().value());
        return push;
    }

    private static Map<String, Object> objection(Business business, String entry, String receivedOn) {
        Map<String, Object> push = new HashMap<>();
        push.put("caseNo", "XCN-" + random());
        push.put("receivedOn", receivedOn);
        push.put("uscc", business.uscc().value());
        push.put("target", "ABNORMAL_ENTRY");
        push.put("targetId", entry);
        push.put("statement", "门店一直正常营业");
        return push;
    }

    private static String random() {
        return UUID.randomUUID().toString();
    }
}
