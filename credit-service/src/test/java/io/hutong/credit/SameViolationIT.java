package io.hutong.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.hutong.testing.Register.Business;
import io.hutong.testing.TestDatabase;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** A penalty is not repaired early once its offender is penalised again for the same kind of violation, whatever the sanction. */
@QuarkusTest
@CreditServers
@DisplayNameGeneration(ReplaceUnderscores.class)
class SameViolationIT extends CreditDesks {
    private static final String HYGIENE = "FOOD-17";

    private final PenaltyDesk penalties = new PenaltyDesk(officer);
    private final RepairDesk repairs = new RepairDesk(officer);

    @SuppressWarnings("NullAway.Init") // injected by the test resource
    TestDatabase database;

    @Test
    void a_fine_for_another_violation_bars_nothing() {
        on("2026-04-02");
        Business business = known();
        String food = penalties.publishedFineFor(HYGIENE, business, "2026-04-01");
        on("2026-06-02");
        penalties.publishedFineFor(PenaltyDesk.ADVERTISING, business, "2026-06-01");
        on("2026-07-09");
        assertThat(unmet(business, food)).isEmpty();
    }

    @Test
    void another_sanction_for_the_same_violation_bars_until_it_is_annulled() {
        on("2026-04-02");
        Business business = known();
        String food = penalties.publishedFineFor(HYGIENE, business, "2026-04-01");
        on("2026-06-02");
        Map<String, Object> confiscation = PenaltyDesk.decision("CONFISCATION", 0, "2026-06-01");
        confiscation.put("violation", HYGIENE);
        String later = penalties.recorded(business, confiscation);
        on("2026-07-09");
        String repair = repairs.asks(business, "PENALTY", food).path("repairId");
        repairs.step(repair, "ACCEPT").then().statusCode(409).body("violations.code", contains("same-kind-again"));
        penalties.withdraws(later, "ANNULLED", "2026-07-09").then().statusCode(200);
        repairs.step(repair, "ACCEPT").then().statusCode(200);
    }

    @Test
    void of_penalties_from_before_violations_were_recorded_nothing_is_compared_until_an_officer_states_them()
            throws SQLException {
        on("2026-04-02");
        Business business = known();
        String first = penalties.publishedFineFor(HYGIENE, business, "2026-04-01");
        String second = penalties.publishedFineFor(HYGIENE, business, "2026-04-02");
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("update penalty set violation = null where biz_id = '" + business.id() + "'");
        }
        on("2026-07-09");
        String repair = repairs.asks(business, "PENALTY", first)
                .then()
                .statusCode(201)
                .body("grounds.conditions.findAll { it.result == 'YES' }.id", equalTo(List.of()))
                .extract()
                .path("repairId");

        penalties.statesViolation(first, HYGIENE).then().statusCode(200).body("violation", equalTo(HYGIENE));
        penalties.statesViolation(second, PenaltyDesk.ADVERTISING).then().statusCode(200);
        penalties.statesViolation(second, HYGIENE).then().statusCode(200);
        repairs.step(repair, "ACCEPT").then().statusCode(409).body("violations.code", contains("same-kind-again"));
        assertThat(database.number(
                        "select count(*) from penalty_violation where penalty_id = ? and stated_by like ?",
                        second,
                        "%" + Desk.OFFICER + "%"))
                .isEqualTo(2);
        assertThat(database.number(
                        "select count(*) from penalty_violation where penalty_id = ? and former = ? and violation = ?",
                        second,
                        PenaltyDesk.ADVERTISING,
                        HYGIENE))
                .isEqualTo(1);
    }

    @Test
    void a_code_that_is_none_is_refused_and_a_new_decision_names_one() {
        on("2026-04-02");
        Business business = known();
        Map<String, Object> decision = PenaltyDesk.fine(8000, "2026-04-01");
        decision.put("violation", "食品");
        penalties.records(business, decision).then().statusCode(422).body("violations.pointer", contains("/violation"));
        decision.remove("violation");
        penalties.records(business, decision).then().statusCode(422).body("violations.pointer", contains("/violation"));
        String id = penalties.recorded(business, PenaltyDesk.fine(8000, "2026-04-01"));
        penalties
                .statesViolation(id, "food")
                .then()
                .statusCode(422)
                .body("violations.code", contains("penalty.violation"));
        officer.get("/penalties/" + id).then().body("violation", equalTo(PenaltyDesk.ADVERTISING));
    }

    private List<String> unmet(Business business, String penalty) {
        return repairs.asks(business, "PENALTY", penalty)
                .then()
                .statusCode(201)
                .extract()
                .path("grounds.conditions.findAll { it.result == 'YES' }.id");
    }
}
