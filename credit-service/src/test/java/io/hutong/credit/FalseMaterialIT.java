package io.hutong.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.hutong.events.CreditEvent.RepairDecided;
import io.hutong.events.RepairDecision;
import io.hutong.testing.Register.Business;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Who hands in false material is barred from repair, whenever it comes out (NDRC Order 36 art. 20). */
@QuarkusTest
@CreditServers
@DisplayNameGeneration(ReplaceUnderscores.class)
class FalseMaterialIT extends CreditDesks {
    private final RepairDesk repairs = new RepairDesk(officer);

    @Test
    void who_hands_in_false_material_is_refused_and_barred_for_three_years() {
        on("2026-07-09");
        Business business = known();
        String entry = officer.unreachable(business, "2026-07-01");
        String id = repairs.asks(business, "ABNORMAL_ENTRY", entry).path("repairId");
        repairs.step(id, "FIND_FALSE")
                .then()
                .statusCode(200)
                .body("state", equalTo("FALSE_MATERIAL"))
                .body("barredUntil", equalTo("2029-07-09"));
        RepairDecided decided = stated.about(business, RepairDecided.class, 1).get(0);
        assertThat(decided.decision()).isEqualTo(RepairDecision.FALSE_MATERIAL);
        assertThat(decided.barredUntil()).isEqualTo(LocalDate.of(2029, 7, 9));
        on("2029-07-09");
        repairs.asks(business, "ABNORMAL_ENTRY", entry)
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:hutong:problem:repair-barred"))
                .body("until", equalTo("2029-07-09"));
        on("2029-07-10");
        repairs.asks(business, "ABNORMAL_ENTRY", entry).then().statusCode(201);
        assertThat(officer.openGrounds(business.id())).containsExactly("ABN_UNREACHABLE");
    }

    @Test
    void false_material_bars_what_was_applied_for_before_it_came_out_and_may_come_out_after_the_grant() {
        on("2026-07-09");
        Business business = known();
        String id = repairs.granted(business);
        String other = repairs.asks(business, "ABNORMAL_ENTRY", officer.unreachable(business, "2026-07-08"))
                .then()
                .statusCode(201)
                .extract()
                .path("repairId");
        repairs.step(id, "FIND_FALSE").then().statusCode(200).body("state", equalTo("FALSE_MATERIAL"));
        repairs.step(other, "ACCEPT").then().statusCode(409).body("type", equalTo("urn:hutong:problem:repair-barred"));
    }

    @Test
    void false_material_may_come_out_when_the_repair_is_finished_and_nothing_is_due_any_more() {
        on("2026-07-09");
        Business business = known();
        String id = repairs.granted(business);
        await("finished")
                .atMost(Duration.ofSeconds(60))
                .until(() -> officer.get("/repairs/" + id).path("finishedAt") != null);
        repairs.step(id, "FIND_FALSE")
                .then()
                .statusCode(200)
                .body("state", equalTo("FALSE_MATERIAL"))
                .body("barredUntil", equalTo("2029-07-09"));
    }
}
