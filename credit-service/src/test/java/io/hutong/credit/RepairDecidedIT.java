package io.hutong.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.hutong.events.CreditEvent.AbnormalRemoved;
import io.hutong.events.CreditEvent.PenaltyPublicationEnded;
import io.hutong.events.CreditEvent.RepairDecided;
import io.hutong.events.CreditEvent.RepairRequested;
import io.hutong.events.CreditEvent.SeriousRemoved;
import io.hutong.events.FilingChannel;
import io.hutong.events.PenaltyEnd;
import io.hutong.events.RepairDecision;
import io.hutong.events.RepairTarget;
import io.hutong.messaging.Database;
import io.hutong.testing.Register.Business;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** An application for repair from its first day to the decision: what each step needs, and what ends with a grant. */
@QuarkusTest
@CreditServers
@DisplayNameGeneration(ReplaceUnderscores.class)
class RepairDecidedIT extends CreditDesks {
    @Inject
    Database tables;

    private final PenaltyDesk penalties = new PenaltyDesk(officer);
    private final RepairDesk repairs = new RepairDesk(officer);

    @Test
    void a_penalty_is_repaired_after_its_shortest_period_and_every_step_shows_its_last_day() {
        on("2026-04-08");
        Business business = known();
        String penalty = penalties.publishedFine(business, "2026-04-01");
        on("2026-07-08");
        page.get("/businesses/" + business.id() + "/repair-targets")
                .then()
                .body("items.targetId", contains(penalty))
                .body("items.openFrom", contains("2026-07-09"))
                .body("items.repairable", contains(true));
        String id = repairs.asks(business, "PENALTY", penalty)
                .then()
                .statusCode(201)
                .body("state", equalTo("REQUESTED"))
                .body("channel", equalTo("ONLINE"))
                .body("dueOn", equalTo("2026-07-13"))
                .body("grounds.version", equalTo("2026.1"))
                .body("grounds.outcome", equalTo("NOT_YET"))
                .body("grounds.conditions.findAll { it.result == 'YES' }.id", contains("too-early"))
                .body("grounds.turns[0].changes.fact", contains("SHORTEST_OVER"))
                .body("grounds.turns[0].outcome", equalTo("ELIGIBLE"))
                .extract()
                .path("repairId");
        repairs.step(id, "ACCEPT")
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:hutong:problem:repair-conditions"))
                .body("violations.code", contains("too-early"));

        on("2026-07-09");
        repairs.step(id, "ACCEPT")
                .then()
                .statusCode(200)
                .body("state", equalTo("ACCEPTED"))
                .body("dueOn", equalTo("2026-07-20"));
        repairs.step(id, "EXTEND")
                .then()
                .statusCode(200)
                .body("extended", equalTo(true))
                .body("dueOn", equalTo("2026-08-03"));
        repairs.step(id, "EXTEND").then().statusCode(409).body("type", equalTo("urn:hutong:problem:repair-step"));
        repairs.step(id, "GRANT")
                .then()
                .statusCode(409)
                .body("violations.code", contains("not-fulfilled", "not-corrected"));
        repairs.grant(id, true, false).then().statusCode(409).body("violations.code", contains("not-corrected"));
        officer.get("/penalties/" + penalty).then().body("state", equalTo("PUBLISHED"));
        repairs.grant(id, true, true)
                .then()
                .statusCode(200)
                .body("state", equalTo("GRANTED"))
                .body("dueOn", equalTo("2026-08-05"))
                .body("grounds.outcome", equalTo("ELIGIBLE"));

        officer.get("/penalties/" + penalty).then().body("state", equalTo("REPAIRED"));
        RepairRequested requested =
                stated.about(business, RepairRequested.class, 1).get(0);
        assertThat(List.of(
                        requested.repairId().value(),
                        requested.target(),
                        requested.targetId().value()))
                .containsExactly(id, RepairTarget.PENALTY, penalty);
        assertThat(List.of(requested.channel(), requested.requestedOn()))
                .containsExactly(FilingChannel.ONLINE, LocalDate.of(2026, 7, 8));
        RepairDecided decided = stated.about(business, RepairDecided.class, 1).get(0);
        assertThat(List.of(decided.repairId().value(), decided.decision(), decided.decidedOn()))
                .containsExactly(id, RepairDecision.GRANTED, LocalDate.of(2026, 7, 9));
        assertThat(stated.about(business, PenaltyPublicationEnded.class, 1))
                .extracting(PenaltyPublicationEnded::reason)
                .containsExactly(PenaltyEnd.REPAIRED);
        page.get(RepairDesk.of(business)).then().body("items.state", contains("GRANTED"));
        repairs.step(id, "REFUSE").then().statusCode(409).body("state", equalTo("GRANTED"));
        repairs.asks(business, "PENALTY", penalty)
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:hutong:problem:repair-target"));
    }

    @Test
    void an_entry_that_needs_an_officer_is_removed_with_the_decision() {
        on("2026-07-09");
        Business business = known();
        String entry = officer.unreachable(business, "2026-07-01");
        String id = officer.post(RepairDesk.of(business), RepairDesk.request("ABNORMAL_ENTRY", entry))
                .then()
                .statusCode(201)
                .body("channel", equalTo("DESK"))
                .extract()
                .path("repairId");
        repairs.step(id, "ACCEPT").then().statusCode(200);
        repairs.grant(id, true, true).then().statusCode(200);
        officer.get("/abnormal-entries/" + entry).then().body("removalMode", equalTo("OFFICER"));
        assertThat(stated.about(business, AbnormalRemoved.class, 1)).hasSize(1);
    }

    @Test
    void the_serious_violation_list_is_left_early_after_a_year() {
        on("2026-09-30");
        Business business = known();
        String penalty = penalties.publishedFine(business, "2026-09-21");
        String entry = penalties.listsSeriously(business, penalty, "2026-09-28").path("entryId");
        on("2027-09-28");
        String id = repairs.asks(business, "SERIOUS_ENTRY", entry).path("repairId");
        repairs.step(id, "ACCEPT").then().statusCode(409).body("violations.code", contains("too-early"));
        on("2027-09-29");
        repairs.step(id, "ACCEPT").then().statusCode(200).body("state", equalTo("ACCEPTED"));
        repairs.step(id, "EXTEND").then().statusCode(409);
        repairs.grant(id, true, true).then().statusCode(200);
        assertThat(stated.about(business, SeriousRemoved.class, 1).get(0).mode())
                .isEqualTo(SeriousRemoved.Mode.REPAIRED);
        officer.get("/serious-entries/" + entry).then().body("open", equalTo(false));
    }

    @Test
    void a_refusal_says_what_the_officer_found_and_the_business_may_ask_again() {
        on("2026-07-09");
        Business business = known();
        String entry = officer.unreachable(business, "2026-07-01");
        String id = repairs.asks(business, "ABNORMAL_ENTRY", entry).path("repairId");
        repairs.step(id, "ACCEPT").then().statusCode(200).body("grounds.outcome", equalTo("ELIGIBLE"));
        officer.post(
                        "/repairs/" + id + "/steps",
                        Map.of(
                                "step",
                                "REFUSE",
                                "findings",
                                Map.of("fulfilled", true, "corrected", false),
                                "reason",
                                "门店尚未整改"))
                .then()
                .statusCode(200)
                .body("state", equalTo("REFUSED"))
                .body("reason", equalTo("门店尚未整改"))
                .body("dueOn", equalTo(null))
                .body("grounds.conditions.findAll { it.result == 'YES' }.id", contains("not-corrected"));
        assertThat(stated.about(business, RepairDecided.class, 1).get(0).decision())
                .isEqualTo(RepairDecision.REFUSED);
        assertThat(officer.openGrounds(business.id())).containsExactly("ABN_UNREACHABLE");
        repairs.asks(business, "ABNORMAL_ENTRY", entry).then().statusCode(201);
    }

    @Test
    void a_step_against_the_business_is_explained_to_it_and_to_nobody_else() throws Exception {
        on("2026-07-09");
        Business business = known();
        String entry = officer.unreachable(business, "2026-07-08");
        for (String step : List.of("NOT_ACCEPT", "REFUSE", "FIND_FALSE")) {
            String id = repairs.asks(business, "ABNORMAL_ENTRY", entry).path("repairId");
            if (step.equals("REFUSE")) {
                repairs.step(id, "ACCEPT").then().statusCode(200).body("reason", equalTo(null));
            }
            for (String unfit : List.of("", " ", "长".repeat(1001))) {
                repairs.step(id, step, unfit).then().statusCode(422).body("violations.pointer", contains("/reason"));
            }
            officer.post("/repairs/" + id + "/steps", Map.of("step", step))
                    .then()
                    .statusCode(422)
                    .body("violations.pointer", contains("/reason"));
            String reason = "金丝雀" + step + "缺少照片" + UUID.randomUUID();
            repairs.step(id, step, reason).then().statusCode(200).body("reason", equalTo(reason));
            assertThat(page.get(RepairDesk.of(business)).jsonPath().getList("items.reason"))
                    .contains(reason);
        }
        assertThat(stated.about(business, RepairDecided.class, 3))
                .extracting(RepairDecided::decision)
                .containsExactly(RepairDecision.NOT_ACCEPTED, RepairDecision.REFUSED, RepairDecision.FALSE_MATERIAL);
        assertThat(stated.bodies(business)).doesNotContain("金丝雀");
        assertThat(Files.readString(Path.of("target/quarkus-test.log"))).doesNotContain("金丝雀");
        List<byte[]> kept =
                tables.query("select reason from repair where biz_id = ?", row -> row.getBytes(1), business.id());
        assertThat(kept).hasSize(3).noneMatch(bytes -> new String(bytes, StandardCharsets.UTF_8).contains("金丝雀"));
    }

    @Test
    void of_two_officers_at_once_one_decides_and_a_repeated_request_does_nothing_twice() throws Exception {
        on("2026-07-09");
        Business business = known();
        String entry = officer.unreachable(business, "2026-07-01");
        String key = UUID.randomUUID().toString();
        Map<String, Object> body = RepairDesk.request("ABNORMAL_ENTRY", entry);
        String id = page.post(RepairDesk.of(business), body, key).path("repairId");
        assertThat(page.post(RepairDesk.of(business), body, key).<String>path("repairId"))
                .isEqualTo(id);
        repairs.step(id, "ACCEPT").then().statusCode(200);
        assertThat(AtOnce.statuses(() -> repairs.grant(id, true, true), () -> repairs.step(id, "REFUSE")))
                .containsExactly(200, 409);
        assertThat(stated.about(business, RepairDecided.class, 1)).hasSize(1);
        assertThat(stated.about(business, RepairRequested.class, 1)).hasSize(1);
    }
}
