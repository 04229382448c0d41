package io.hutong.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.hutong.identity.OperatorTenureId;
import io.hutong.testing.Register;
import io.hutong.testing.Register.Business;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What a business may ask to have repaired, and by the rules and clocks of which day it is judged. */
@QuarkusTest
@CreditServers
@DisplayNameGeneration(ReplaceUnderscores.class)
class RepairRequestedIT extends CreditDesks {
    private final PenaltyDesk penalties = new PenaltyDesk(officer);
    private final RepairDesk repairs = new RepairDesk(officer);

    @Test
    void the_last_day_to_take_it_up_lies_behind_the_holidays() {
        on("2026-09-28");
        Business business = known();
        String id = repairs.asks(business, "ABNORMAL_ENTRY", officer.unreachable(business, "2026-09-01"))
                .then()
                .statusCode(201)
                .body("dueOn", equalTo("2026-10-08"))
                .extract()
                .path("repairId");
        on("2026-10-08");
        assertThat(overdue(id)).isFalse();
        on("2026-10-09");
        assertThat(overdue(id)).isTrue();
        repairs.step(id, "ACCEPT").then().statusCode(200).body("dueOn", equalTo("2026-10-15"));
        assertThat(overdue(id)).isFalse();
    }

    @Test
    void an_application_of_march_is_judged_by_the_old_rules_and_one_of_april_by_the_new() {
        on("2025-09-02");
        Business business = known();
        String penalty = penalties.publishedFine(business, "2025-09-01");
        officer.get("/penalties/" + penalty).then().body("shortestEndsOn", equalTo("2026-03-02"));
        String entry = officer.unreachable(business, "2025-09-01");

        on("2026-03-31");
        String march = repairs.asks(business, "PENALTY", penalty)
                .then()
                .statusCode(201)
                .body("dueOn", equalTo("2026-04-02"))
                .body("grounds.version", equalTo("2021.1"))
                .body("grounds.conditions.findAll { it.result == 'YES' }.id", contains("in-another-list"))
                .extract()
                .path("repairId");
        String old = repairs.asks(business, "ABNORMAL_ENTRY", entry)
                .then()
                .statusCode(201)
                .body("dueOn", equalTo("2026-04-02"))
                .extract()
                .path("repairId");
        on("2026-04-01");
        repairs.step(march, "ACCEPT").then().statusCode(409).body("violations.code", contains("in-another-list"));
        repairs.step(march, "NOT_ACCEPT").then().statusCode(200).body("state", equalTo("NOT_ACCEPTED"));
        repairs.asks(business, "PENALTY", penalty)
                .then()
                .statusCode(201)
                .body("dueOn", equalTo("2026-04-07"))
                .body("grounds.version", equalTo("2026.1"))
                .body("grounds.conditions.findAll { it.result == 'YES' }.id", contains("in-another-list"));
        repairs.step(old, "ACCEPT").then().statusCode(200).body("dueOn", equalTo("2026-04-09"));
        repairs.step(old, "EXTEND").then().statusCode(409).body("type", equalTo("urn:hutong:problem:repair-step"));
    }

    @Test
    void a_revocation_under_the_old_rules_is_never_repaired() {
        on("2026-03-10");
        Business business = known();
        String penalty = penalties
                .records(business, PenaltyDesk.decision("LICENCE_REVOKED", 0, "2026-03-02"))
                .path("penaltyId");
        penalties.publishes(penalty).then().statusCode(200);
        page.get("/businesses/" + business.id() + "/repair-targets").then().body("items.repairable", contains(false));
        on("2026-04-01");
        String id = repairs.asks(business, "PENALTY", penalty).path("repairId");
        repairs.step(id, "ACCEPT")
                .then()
                .statusCode(409)
                .body("violations.code", contains("not-repairable", "too-early"));
    }

    @Test
    void what_cannot_be_repaired_on_application_is_refused() {
        on("2026-07-09");
        Business business = known();
        repairs.asks(business, "PENALTY", UUID.randomUUID().toString())
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:hutong:problem:repair-target"));
        String hidden = penalties
                .records(business, PenaltyDesk.fine(8000, "2026-07-01"))
                .path("penaltyId");
        repairs.asks(business, "PENALTY", hidden).then().statusCode(409);
        String report =
                officer.lists(business.id(), "ABN_REPORT", 2025, "2026-07-01").path("entryId");
        repairs.asks(business, "ABNORMAL_ENTRY", report)
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:hutong:problem:repair-target"));

        String entry = officer.unreachable(business, "2026-07-01");
        repairs.asks(known(), "ABNORMAL_ENTRY", entry).then().statusCode(409);
        Map<String, Object> unpromised = RepairDesk.request("ABNORMAL_ENTRY", entry);
        unpromised.put("promised", false);
        String id = page.post(RepairDesk.of(business), unpromised).path("repairId");
        repairs.asks(business, "ABNORMAL_ENTRY", entry)
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:hutong:problem:repair-pending"));
        repairs.step(id, "ACCEPT").then().statusCode(409).body("violations.code", contains("no-promise"));
        repairs.step(id, "GRANT").then().statusCode(409).body("type", equalTo("urn:hutong:problem:repair-step"));
        repairs.step(UUID.randomUUID().toString(), "ACCEPT").then().statusCode(404);
        page.get("/businesses/" + UUID.randomUUID() + "/repairs").then().statusCode(404);
    }

    @Test
    void a_business_sees_what_its_present_operator_asked() {
        on("2026-07-09");
        Business business = known();
        repairs.asks(business, "ABNORMAL_ENTRY", officer.unreachable(business, "2026-07-01"))
                .then()
                .statusCode(201);
        page.get(RepairDesk.of(business)).then().body("items.state", contains("REQUESTED"));
        register.stream.publish(business.id(), Register.passed(business, new OperatorTenureId(UUID.randomUUID())));
        await("the next operator is known")
                .atMost(Duration.ofSeconds(30))
                .until(() -> page.get(RepairDesk.of(business))
                        .jsonPath()
                        .getList("items")
                        .isEmpty());
        officer.get(RepairDesk.of(business)).then().body("items.state", contains("OPERATOR_CHANGED"));
    }

    private boolean overdue(String id) {
        boolean shown = officer.get("/repairs/" + id).path("overdue");
        List<String> late =
                officer.get("/repairs?overdue=true&limit=200").jsonPath().getList("items.repairId");
        assertThat(late.contains(id)).isEqualTo(shown);
        assertThat(officer.get("/repairs?limit=200").jsonPath().<String>getList("items.repairId"))
                .contains(id);
        return shown;
    }
}
