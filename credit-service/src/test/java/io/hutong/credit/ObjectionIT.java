package io.hutong.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.hutong.events.CreditEvent.AbnormalRemoved;
import io.hutong.events.CreditEvent.ObjectionDecided;
import io.hutong.events.CreditEvent.ObjectionFiled;
import io.hutong.events.FilingChannel;
import io.hutong.events.ObjectionResult;
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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Objections against entries in the abnormal list: who may object until when, each step with its last day, and the result. */
@QuarkusTest
@CreditServers
@DisplayNameGeneration(ReplaceUnderscores.class)
class ObjectionIT extends CreditDesks {
    private final ObjectionDesk objections = new ObjectionDesk(officer, page);

    /** Thirty days later is a holiday, so that the time to object ends on 8 October. */
    @BeforeEach
    void inSeptember() {
        on("2026-09-03");
    }

    @Test
    void one_that_proves_right_removes_the_entry_and_every_step_shows_its_last_day_over_the_holidays() {
        Business business = known();
        String entryId = officer.unreachable(business, "2026-09-01");
        on("2026-09-28");
        String id = page.post(ObjectionDesk.of(business), objection(entryId, "门店一直正常营业"))
                .then()
                .statusCode(201)
                .body("state", equalTo("FILED"))
                .body("channel", equalTo("ONLINE"))
                .body("dueOn", equalTo("2026-10-10"))
                .extract()
                .path("objectionId");
        ObjectionFiled filed = stated.about(business, ObjectionFiled.class, 1).get(0);
        assertThat(filed.entryId().value()).isEqualTo(entryId);
        assertThat(List.of(filed.channel(), filed.filedOn()))
                .containsExactly(FilingChannel.ONLINE, LocalDate.of(2026, 9, 28));

        on("2026-10-10");
        assertThat(overdue(id)).isFalse();
        on("2026-10-11");
        assertThat(overdue(id)).isTrue();
        on("2026-10-10");
        objections
                .step(id, "ACCEPT")
                .then()
                .statusCode(200)
                .body("state", equalTo("ACCEPTED"))
                .body("dueOn", equalTo("2026-11-06"));
        on("2026-11-06");
        assertThat(overdue(id)).isFalse();
        on("2026-11-07");
        assertThat(overdue(id)).isTrue();
        on("2026-11-06");
        objections
                .step(id, "FIND_WRONG")
                .then()
                .statusCode(200)
                .body("state", equalTo("FOUND_WRONG"))
                .body("dueOn", equalTo("2026-11-13"));
        assertThat(officer.openGrounds(business.id())).containsExactly("ABN_UNREACHABLE");

        objections
                .step(id, "CORRECT", "经核实列入有误，已移出")
                .then()
                .statusCode(200)
                .body("state", equalTo("CORRECTED"))
                .body("dueOn", equalTo(null));
        officer.get("/abnormal-entries/" + entryId).then().body("removalMode", equalTo("OBJECTION"));
        ObjectionDecided decided =
                stated.about(business, ObjectionDecided.class, 1).get(0);
        assertThat(List.of(decided.objectionId(), decided.entryId(), decided.result(), decided.decidedOn()))
                .containsExactly(
                        filed.objectionId(), filed.entryId(), ObjectionResult.UPHELD, LocalDate.of(2026, 11, 6));
        assertThat(stated.about(business, AbnormalRemoved.class, 1)).hasSize(1);
        assertThat(stated.bodies(business)).doesNotContain("正常营业", "列入有误");
        page.get(ObjectionDesk.of(business))
                .then()
                .body("items.state", contains("CORRECTED"))
                .body("items.answer", contains("经核实列入有误，已移出"))
                .body("items.overdue", contains(false));
    }

    @Test
    void the_last_day_to_object_is_the_first_working_day_after_thirty_days_that_end_in_the_holidays() {
        Business business = known();
        String entryId = officer.unreachable(business, "2026-09-01");
        on("2026-10-09");
        page.post(ObjectionDesk.of(business), objection(entryId, "有异议"))
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:hutong:problem:objection-too-late"))
                .body("lastDay", equalTo("2026-10-08"));
        on("2026-10-08");
        page.post(ObjectionDesk.of(business), objection(entryId, "有异议")).then().statusCode(201);
    }

    @Test
    void who_names_and_reads_an_entry_as_before_there_were_other_targets_may_go_on() {
        Business business = known();
        String entryId = officer.unreachable(business, "2026-09-01");
        page.post(ObjectionDesk.of(business), objection(entryId, "有异议"))
                .then()
                .statusCode(201)
                .body("entryId", equalTo(entryId))
                .body("target", equalTo("ABNORMAL_ENTRY"))
                .body("targetId", equalTo(entryId));
        Map<String, String> penalty = new HashMap<>(objection(entryId, "有异议"));
        penalty.put("target", "PENALTY");
        for (Map<String, String> unnamed : List.of(penalty, Map.of("statement", "有异议"))) {
            page.post(ObjectionDesk.of(business), unnamed)
                    .then()
                    .statusCode(422)
                    .body("violations.pointer", contains("/targetId"));
        }
        var schemas = officer.get("/q/openapi?format=json").jsonPath();
        for (String schema : List.of("Objection", "ObjectionToFile", "ObjectionToPush")) {
            String member = "components.schemas." + schema + ".properties.entryId.";
            assertThat(schemas.getBoolean(member + "deprecated")).as(schema).isTrue();
            assertThat(schemas.getString(member + "type")).as(schema).isEqualTo("string");
        }
        for (String schema : List.of("ObjectionCorrection", "RepairCorrection")) {
            assertThat(schemas.getString("components.schemas." + schema + ".properties.receivedOn.description"))
                    .as(schema)
                    .contains("original application");
        }
    }

    @Test
    void what_cannot_be_objected_to_is_refused() {
        Business business = known();
        String entryId = officer.unreachable(business, "2026-09-01");
        page.post(ObjectionDesk.of(business), objection(entryId, " "))
                .then()
                .statusCode(422)
                .body("violations.pointer", contains("/statement"));
        page.post(ObjectionDesk.of(business), objection(UUID.randomUUID().toString(), "有异议"))
                .then()
                .statusCode(404);
        page.post(ObjectionDesk.of(known()), objection(entryId, "有异议")).then().statusCode(404);

        officer.post(ObjectionDesk.of(business), objection(entryId, "到窗口提出"))
                .then()
                .statusCode(201)
                .body("channel", equalTo("DESK"));
        page.post(ObjectionDesk.of(business), objection(entryId, "再提"))
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:hutong:problem:objection-pending"));

        String gone =
                officer.lists(business.id(), "ABN_NAME", null, "2026-09-01").path("entryId");
        officer.removes(gone, "CURED").then().statusCode(200);
        page.post(ObjectionDesk.of(business), objection(gone, "有异议"))
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:hutong:problem:already-removed"));
    }

    @Test
    void a_step_that_does_not_fit_changes_nothing_and_one_against_the_business_is_explained() {
        Business business = known();
        String entryId = officer.unreachable(business, "2026-09-01");
        String id =
                page.post(ObjectionDesk.of(business), objection(entryId, "有异议")).path("objectionId");
        for (String unfit : List.of("CORRECT", "REJECT", "FIND_WRONG")) {
            objections
                    .step(id, unfit, "理由")
                    .then()
                    .statusCode(409)
                    .body("type", equalTo("urn:hutong:problem:objection-step"))
                    .body("state", equalTo("FILED"));
        }
        objections.step(id, "NOT_ACCEPT").then().statusCode(422).body("violations.pointer", contains("/answer"));
        objections.step(id, "ACCEPT").then().statusCode(200);
        objections.step(id, "REJECT").then().statusCode(422).body("violations.pointer", contains("/answer"));
        objections.step(id, "REJECT", "两次上门均无人").then().statusCode(200).body("dueOn", equalTo(null));
        objections.step(id, "FIND_WRONG").then().statusCode(409);
        objections.step(UUID.randomUUID().toString(), "ACCEPT").then().statusCode(404);
        assertThat(officer.openGrounds(business.id())).containsExactly("ABN_UNREACHABLE");
        assertThat(stated.about(business, ObjectionDecided.class, 1))
                .extracting(ObjectionDecided::result)
                .containsExactly(ObjectionResult.REJECTED);
        officer.get("/objections?limit=200").then().statusCode(200);
        assertThat(open("/objections?limit=200")).doesNotContain(id);
    }

    @Test
    void one_that_is_not_taken_up_may_be_brought_again_within_its_time() {
        Business business = known();
        String entryId = officer.unreachable(business, "2026-09-01");
        String id =
                page.post(ObjectionDesk.of(business), objection(entryId, "有异议")).path("objectionId");
        objections.step(id, "NOT_ACCEPT", "没有说明理由").then().statusCode(200).body("state", equalTo("NOT_ACCEPTED"));
        page.post(ObjectionDesk.of(business), objection(entryId, "门店照常营业，附照片"))
                .then()
                .statusCode(201);
        assertThat(stated.about(business, ObjectionDecided.class, 1).get(0).result())
                .isEqualTo(ObjectionResult.NOT_ACCEPTED);
    }

    @Test
    void what_one_operator_wrote_is_not_shown_to_the_next() {
        Business business = known();
        page.post(ObjectionDesk.of(business), objection(officer.unreachable(business, "2026-09-01"), "有异议"))
                .then()
                .statusCode(201);
        page.get(ObjectionDesk.of(business)).then().body("items", hasSize(1));
        register.stream.publish(business.id(), Register.passed(business, new OperatorTenureId(UUID.randomUUID())));
        await("the next operator is known")
                .atMost(Duration.ofSeconds(30))
                .until(() -> page.get(ObjectionDesk.of(business))
                        .jsonPath()
                        .getList("items")
                        .isEmpty());
        officer.get(ObjectionDesk.of(business)).then().body("items", hasSize(1));
    }

    @Test
    void an_entry_that_went_meanwhile_is_corrected_without_a_second_removal() {
        Business business = known();
        String entryId = officer.unreachable(business, "2026-09-01");
        String id =
                page.post(ObjectionDesk.of(business), objection(entryId, "有异议")).path("objectionId");
        objections.step(id, "ACCEPT").then().statusCode(200);
        objections.step(id, "FIND_WRONG").then().statusCode(200);
        officer.removes(entryId, "CURED").then().statusCode(200);
        objections.step(id, "CORRECT").then().statusCode(200).body("state", equalTo("CORRECTED"));
        stated.about(business, ObjectionDecided.class, 1);
        assertThat(stated.about(business, AbnormalRemoved.class)).hasSize(1);
    }

    @Test
    void of_two_officers_at_once_one_wins_and_a_repeated_request_does_nothing_twice() throws Exception {
        Business business = known();
        String entryId = officer.unreachable(business, "2026-09-01");
        String key = UUID.randomUUID().toString();
        Map<String, String> body = objection(entryId, "有异议");
        String id = page.post(ObjectionDesk.of(business), body, key).path("objectionId");
        Response again = page.post(ObjectionDesk.of(business), body, key);
        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.<String>path("objectionId")).isEqualTo(id);

        assertThat(AtOnce.statuses(() -> objections.step(id, "ACCEPT"), () -> objections.step(id, "NOT_ACCEPT", "无理由")))
                .containsExactly(200, 409);
        assertThat(stated.about(business, ObjectionFiled.class, 1)).hasSize(1);
    }

    private boolean overdue(String id) {
        boolean shown = officer.get("/objections/" + id).path("overdue");
        assertThat(open("/objections?overdue=true&limit=200").contains(id)).isEqualTo(shown);
        return shown;
    }

    private List<String> open(String path) {
        return officer.get(path).jsonPath().getList("items.objectionId");
    }

    private static Map<String, String> objection(String entryId, String statement) {
        return Map.of("entryId", entryId, "statement", statement);
    }
}
