package io.hutong.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.hutong.identity.OperatorTenureId;
import io.hutong.testing.Register;
import io.hutong.testing.Register.Business;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Demands of businesses find the banks that they name, and products of banks everybody. */
@QuarkusTest
@CreditServers
@DisplayNameGeneration(ReplaceUnderscores.class)
class FinancingIT {
    private static Register register;

    private final Desk page = Desk.filingPage();
    private final Desk officer = Desk.officer();
    private final BankDesk bank = BankDesk.a();
    private final BankDesk rival = BankDesk.b();

    @BeforeAll
    static void open() {
        register = new Register();
    }

    @AfterAll
    static void close() {
        register.close();
    }

    @Test
    void a_demand_is_seen_by_the_banks_it_names_and_counted_at_every_stage() {
        Business business = known();
        long paidBefore = count("PAID");
        String demandId = states(business, Map.of())
                .then()
                .statusCode(201)
                .body("recipients", contains("FI-620702-BANKA"))
                .body("band", equalTo("TO_200K"))
                .extract()
                .path("demandId");
        assertThat(offered(rival)).doesNotContain(demandId);
        String own = "items.find { it.demandId == '" + demandId + "' }.";
        bank.get("/financing-demands?limit=200")
                .then()
                .body(own + "uscc", equalTo(business.uscc().value()))
                .body(own + "use", equalTo("STOCK"))
                .body(own + "months", equalTo(12))
                .body(own + "stage", equalTo("SEEN"));

        advances(bank, demandId, "PAID")
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:hutong:problem:stage-not-next"))
                .body("stage", equalTo("SEEN"));
        advances(rival, demandId, "TAKEN_UP").then().statusCode(404);
        for (String stage : List.of("TAKEN_UP", "APPROVED", "PAID")) {
            advances(bank, demandId, stage).then().statusCode(200).body("stage", equalTo(stage));
        }
        assertThat(count("PAID")).isEqualTo(paidBefore + 1);
        page.get("/businesses/" + business.id() + "/looks")
                .then()
                .body("items.fields", hasItem(List.of("financingDemand")))
                .body("items.organisation", not(hasItem("FI-620702-BANKB")));
    }

    @Test
    void nobody_sees_a_demand_that_was_taken_back_or_that_a_former_operator_stated() {
        Business withdrawn = known();
        Business passed = known();
        String one = states(withdrawn, Map.of()).path("demandId");
        String other = states(passed, Map.of()).path("demandId");
        assertThat(offered(bank)).contains(one, other);

        page.post("/businesses/" + passed.id() + "/financing-demands/" + one + "/withdrawal", null)
                .then()
                .statusCode(404);
        String withdrawal = "/businesses/" + withdrawn.id() + "/financing-demands/" + one + "/withdrawal";
        String at = page.post(withdrawal, null).then().statusCode(200).extract().path("withdrawnAt");
        page.post(withdrawal, null).then().statusCode(200).body("withdrawnAt", equalTo(at));
        register.stream.publish(passed.id(), Register.passed(passed, new OperatorTenureId(UUID.randomUUID())));
        await("the operator has changed")
                .atMost(Duration.ofSeconds(30))
                .until(() -> !offered(bank).contains(other));
        assertThat(offered(bank)).doesNotContain(one);
        advances(bank, one, "TAKEN_UP").then().statusCode(404);
        page.get("/businesses/" + passed.id() + "/financing-demands").then().body("items", equalTo(List.of()));
    }

    @Test
    void wrong_demands_are_told_all_at_once() {
        Business business = known();
        states(
                        business,
                        Map.of(
                                "band",
                                "MUCH",
                                "use",
                                "FUN",
                                "months",
                                0,
                                "recipients",
                                List.of("FI-620702-STRANGER"),
                                "evidence",
                                " "))
                .then()
                .statusCode(422)
                .body("violations.pointer", containsInAnyOrder("/band", "/use", "/months", "/recipients", "/evidence"));
    }

    @Test
    void a_product_stands_in_the_directory_until_its_bank_takes_it_out() {
        Map<String, Object> product = new LinkedHashMap<>();
        product.put("name", "甘州商户贷");
        product.put("band", "TO_200K");
        product.put("months", 36);
        product.put("rate", "年化3.45%起");
        product.put("conditions", "登记满一年的个体工商户");
        String productId = bank.post("/financing-products", product)
                .then()
                .statusCode(201)
                .body("bank", equalTo("FI-620702-BANKA"))
                .extract()
                .path("productId");
        page.get("/financing-products").then().body("items.productId", hasItem(productId));
        rival.post("/financing-products/" + productId + "/withdrawal", Map.of())
                .then()
                .statusCode(404);
        bank.post("/financing-products/" + productId + "/withdrawal", Map.of())
                .then()
                .statusCode(200)
                .body("productId", equalTo(productId));
        page.get("/financing-products").then().body("items.productId", not(hasItem(productId)));
        product.put("band", "MUCH");
        product.put("name", " ");
        bank.post("/financing-products", product)
                .then()
                .statusCode(422)
                .body("violations.pointer", containsInAnyOrder("/band", "/name"));
    }

    private static List<String> offered(BankDesk bank) {
        return bank.get("/financing-demands?limit=200").jsonPath().getList("items.demandId");
    }

    private long count(String stage) {
        Integer count = officer.get("/financing-demands/counts")
                .path("items.find { it.bank == 'FI-620702-BANKA' && it.stage == '" + stage + "' }?.demands");
        return count == null ? 0 : count;
    }

    private static Response advances(BankDesk bank, String demandId, String stage) {
        return bank.post("/financing-demands/" + demandId + "/progress", Map.of("stage", stage));
    }

    private Response states(Business business, Map<String, Object> otherwise) {
        Map<String, Object> demand = new LinkedHashMap<>();
        demand.put("band", "TO_200K");
        demand.put("use", "STOCK");
        demand.put("months", 12);
        demand.put("recipients", List.of("FI-620702-BANKA"));
        demand.put("evidence", "sign/2026/0803-2");
        demand.putAll(otherwise);
        return page.post("/businesses/" + business.id() + "/financing-demands", demand);
    }

    private Business known() {
        Business business = register.opened();
        page.knows(business);
        return business;
    }
}
