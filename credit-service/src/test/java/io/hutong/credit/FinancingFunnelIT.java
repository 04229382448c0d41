package io.hutong.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.hutong.testing.Register.Business;
import io.hutong.testing.TestDatabase;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** How far businesses come: registered on the financing platforms by their word, and with the demands that were stated here. */
@QuarkusTest
@CreditServers
@DisplayNameGeneration(ReplaceUnderscores.class)
class FinancingFunnelIT extends CreditDesks {
    private static final Instant AUGUST = Instant.parse("2026-08-03T02:00:00Z");

    private final BankDesk bank = BankDesk.b();

    @SuppressWarnings("NullAway.Init") // injected by the test resource
    TestDatabase database;

    @BeforeEach
    void inAugust() {
        heard(database);
        clock.startAt(AUGUST);
    }

    @Test
    void a_demand_that_a_bank_declined_counts_as_far_as_it_had_come() {
        Business business = known();
        JsonPath before = funnel();
        List<String> demands = Stream.generate(() -> states(business)).limit(4).toList();
        assertThat(gained(before)).isEqualTo("4 offered, 0 seen, 0 taken up, 0 approved, 0 paid, 0 declined");
        assertThat(bank.get("/financing-demands?limit=200").jsonPath().<String>getList("items.demandId"))
                .containsAll(demands);
        JsonPath seen = funnel();
        advances(demands.get(0), "DECLINED");
        advances(demands.get(1), "TAKEN_UP", "APPROVED", "DECLINED");
        advances(demands.get(2), "TAKEN_UP", "APPROVED", "PAID");
        advances(demands.get(3), "TAKEN_UP");
        assertThat(gained(seen)).isEqualTo("0 offered, 0 seen, 3 taken up, 2 approved, 1 paid, 2 declined");
        assertThat(funnel().getLong("businesses"))
                .isEqualTo(database.number("select count(*) from business where status not in"
                        + " ('REGISTRATION_ANNULLED', 'DEREGISTERED', 'CONVERTED', 'MIGRATED_OUT')"));
    }

    @Test
    void of_a_platform_the_latest_day_is_shown_and_of_one_day_the_last_word() {
        tells("CITY", "2026-07-31", 2000, 1500, 200, 100)
                .then()
                .statusCode(200)
                .body("enteredBy", equalTo(Desk.OFFICER));
        tells("CITY", "2026-08-02", 2100, 1700, 300, 180).then().statusCode(200);
        tells("CITY", "2026-08-02", 2100, 1800, 300, 190).then().statusCode(200);
        tells("CITY", "2026-07-15", 1900, 1400, 200, 100).then().statusCode(200);
        String city = "platforms.find { it.platform == 'CITY' }.";
        officer.get("/financing-funnel")
                .then()
                .statusCode(200)
                .body(city + "asOf", equalTo("2026-08-02"))
                .body(city + "steps.step", contains("REGISTERED", "REAL_NAME", "APPLIED", "GRANTED"))
                .body(city + "steps.businesses", contains(2100, 1800, 300, 190));
    }

    @Test
    void what_no_platform_can_have_counted_is_refused() {
        tells("NOBODY", "2026-08-02", 3, 2, 1, 0).then().statusCode(404);
        tells("PROVINCE", "2026-08-04", 3, 2, 1, 2)
                .then()
                .statusCode(422)
                .body("violations.code", contains("date.future", "funnel.order"));
        tells("PROVINCE", "2026-08-02", 3, 2, 1, -1)
                .then()
                .statusCode(422)
                .body("violations.code", contains("funnel.order"));
        officer.post(counts("PROVINCE"), Map.of("asOf", "2026-08-02", "steps", List.of(step("REGISTERED", 3))))
                .then()
                .statusCode(422)
                .body("violations.code", contains("funnel.steps"));
        assertThat(funnel().getList("platforms.platform")).doesNotContain("PROVINCE");
    }

    private JsonPath funnel() {
        return officer.get("/financing-funnel").jsonPath();
    }

    /** Since then, with the bank of this test. */
    private String gained(JsonPath since) {
        JsonPath now = funnel();
        return Stream.of("offered", "seen", "takenUp", "approved", "paid", "declined")
                .map(stage -> (count(now, stage) - count(since, stage)) + " " + stage.replace("takenUp", "taken up"))
                .collect(Collectors.joining(", "));
    }

    private static int count(JsonPath funnel, String stage) {
        Integer count = funnel.get("banks.find { it.bank == 'FI-620702-BANKB' }?." + stage);
        return count == null ? 0 : count;
    }

    private Response tells(String platform, String asOf, long registered, long named, long applied, long granted) {
        return officer.post(
                counts(platform),
                Map.of(
                        "asOf",
                        asOf,
                        "steps",
                        List.of(
                                step("REGISTERED", registered),
                                step("REAL_NAME", named),
                                step("APPLIED", applied),
                                step("GRANTED", granted))));
    }

    private static String counts(String platform) {
        return "/financing-funnel/platforms/" + platform + "/counts";
    }

    private static Map<String, Object> step(String step, long businesses) {
        return Map.of("step", step, "businesses", businesses);
    }

    private void advances(String demandId, String... stages) {
        for (String stage : stages) {
            bank.post("/financing-demands/" + demandId + "/progress", Map.of("stage", stage))
                    .then()
                    .statusCode(200);
        }
    }

    private String states(Business business) {
        return page.post(
                        "/businesses/" + business.id() + "/financing-demands",
                        Map.of(
                                "band",
                                "TO_200K",
                                "use",
                                "STOCK",
                                "months",
                                12,
                                "recipients",
                                List.of("FI-620702-BANKB"),
                                "evidence",
                                "sign/2026/0803-7"))
                .then()
                .statusCode(201)
                .extract()
                .path("demandId");
    }
}
