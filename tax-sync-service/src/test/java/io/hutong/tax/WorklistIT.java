package io.hutong.tax;

import static io.hutong.tax.TaxClient.officer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.hutong.events.Regime;
import io.hutong.events.TaxEvent.ChangeHeld;
import io.hutong.events.TaxEvent.ClearanceIssued;
import io.hutong.identity.ChangeId;
import io.hutong.tax.Register.Business;
import io.hutong.tax.problem.TaxProblems;
import io.hutong.testing.HutongTestResource;
import io.hutong.testing.TestTokens;
import io.hutong.web.ProblemPages;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(value = HutongTestResource.class, initArgs = @ResourceArg(name = "service", value = "tax"))
@DisplayNameGeneration(ReplaceUnderscores.class)
class WorklistIT {

    @Test
    void held_changes_are_listed_oldest_first_page_by_page_and_by_class() {
        try (Register register = new Register()) {
            ChangeId first = held(register, "ARREARS");
            ChangeId second = held(register, "OTHER_OPEN.REFUND_PENDING");
            ChangeId third = held(register, "FINES");

            List<String> listed = new ArrayList<>();
            String cursor = null;
            do {
                JsonPath page = officer()
                        .queryParams(cursor == null ? Map.of("limit", 2) : Map.of("limit", 2, "cursor", cursor))
                        .get("/held-changes")
                        .then()
                        .statusCode(200)
                        .extract()
                        .jsonPath();
                listed.addAll(page.getList("items.changeId"));
                cursor = page.getString("next");
            } while (cursor != null);
            assertThat(listed)
                    .containsSubsequence(first.value(), second.value(), third.value())
                    .doesNotHaveDuplicates();

            officer()
                    .get("/held-changes?class=TAX_INTERNAL&limit=200")
                    .then()
                    .statusCode(200)
                    .body("items.changeId", hasItem(second.value()))
                    .body("items.changeId", not(hasItem(first.value())));
            officer().get("/held-changes?olderThanDays=1").then().body("items.changeId", not(hasItem(first.value())));
            officer().get("/held-changes?cursor=made-up").then().statusCode(400);
        }
    }

    @Test
    void a_decision_is_explained_by_rule_facts_clause_and_the_smallest_change() {
        try (Register register = new Register()) {
            ChangeId change = held(register, "ARREARS");

            JsonPath decision = officer()
                    .get("/changes/" + change)
                    .then()
                    .statusCode(200)
                    .body("state", equalTo("WAITING"))
                    .body("divergent", equalTo(true))
                    .body("items.code", equalTo(List.of("BLK_ARREARS")))
                    .extract()
                    .jsonPath();

            assertThat(decision.getString("decision.ruleSet")).isEqualTo("tax.operator-change-gate");
            assertThat(decision.getString("decision.version")).isEqualTo("2024.1");
            Map<String, Object> step = decision.getMap("decision.conditions.find { it.id == 'blk-arrears' }");
            assertThat(step.get("result")).isEqualTo("YES");
            Map<String, Object> fact =
                    decision.getMap("decision.conditions.find { it.id == 'blk-arrears' }.facts[0].fact");
            assertThat(fact).containsEntry("value", "yes").containsEntry("source", "tax");
            assertThat(fact.get("reference")).isNotNull();
            assertThat(decision.getList("decision.turns.changes.fact.flatten()"))
                    .contains("ARREARS");
        }
    }

    @Test
    void a_re_evaluation_by_hand_and_a_refusal() {
        try (Register register = new Register()) {
            ChangeId change = held(register, "ARREARS");

            TaxClient.posting()
                    .contentType("application/json")
                    .post("/changes/" + change + "/re-evaluation")
                    .then()
                    .statusCode(200)
                    .body("state", equalTo("WAITING"));
            TaxClient.posting()
                    .contentType("application/json")
                    .body("{\"reason\":\"依法不予办理\"}")
                    .post("/changes/" + change + "/refusal")
                    .then()
                    .statusCode(200)
                    .body("state", equalTo("REFUSED"));
            TaxClient.posting()
                    .contentType("application/json")
                    .post("/changes/" + change + "/re-evaluation")
                    .then()
                    .statusCode(409)
                    .body("type", equalTo("urn:hutong:problem:change-not-held"));
        }
    }

    @Test
    void a_request_for_clearance_is_listed_with_the_certificates_issued_on_it() {
        try (Register register = new Register()) {
            Business business = register.opened();
            ChangeId change = Register.change();
            register.publish(business, register.clearanceAsked(business, change));
            ClearanceIssued issued = await("issued")
                    .atMost(Duration.ofSeconds(40))
                    .until(
                            () -> register.answersAbout(business, change).stream()
                                    .filter(ClearanceIssued.class::isInstance)
                                    .map(ClearanceIssued.class::cast)
                                    .findFirst()
                                    .orElse(null),
                            Objects::nonNull);

            JsonPath requests = requests("ISSUED");
            String mine = "items.find { it.changeId == '" + change + "' }";
            assertThat(requests.getString(mine + ".state")).isEqualTo("ISSUED");
            assertThat(requests.getList(mine + ".certificates.certificateId"))
                    .containsExactly(issued.certificateId().value());
            assertThat(requests.getList(mine + ".certificates.state")).containsExactly("ISSUED");
            officer()
                    .get("/clearance-certificates/" + issued.certificateId())
                    .then()
                    .statusCode(200)
                    .body("bizId", equalTo(business.id().value()))
                    .body("changeId", equalTo(change.value()))
                    .body("tenureId", equalTo(business.tenure().value()))
                    .body("purpose", equalTo("OPERATOR_CHANGE"))
                    .body("basis", equalTo("NEVER_TAXED"))
                    .body("validUntil", equalTo(issued.validUntil().toString()))
                    .body("state", equalTo("ISSUED"));

            TaxClient.posting()
                    .contentType("application/json")
                    .body("{\"reason\":\"承诺不实\"}")
                    .post("/clearance-certificates/" + issued.certificateId() + "/revocation")
                    .then()
                    .statusCode(200);
            JsonPath open = requests("OPEN");
            assertThat(open.getList(mine + ".certificates.state")).containsExactly("REVOKED");
            assertThat(open.getList(mine + ".items.code")).containsExactly("BLK_OFFICER.REVOCATION");
            assertThat(requests("ISSUED").getList("items.changeId")).doesNotContain(change.value());
            await("revocation and hold are stated")
                    .atMost(Duration.ofSeconds(40))
                    .untilAsserted(() -> assertThat(register.answersAbout(business, change))
                            .extracting(answer -> answer.getClass().getSimpleName())
                            .containsExactly("ClearanceIssued", "ClearanceRevoked", "ClearanceHeld"));

            officer()
                    .get("/changes/" + change)
                    .then()
                    .statusCode(200)
                    .body("state", equalTo("OPEN"))
                    .body("items.code", equalTo(List.of("BLK_OFFICER.REVOCATION")))
                    .body("decision", nullValue())
                    .body("earlierDecision.outcome", equalTo("IMMEDIATE"));

            TaxClient.posting()
                    .post("/clearance-requests/" + change + "/re-evaluation")
                    .then()
                    .statusCode(200)
                    .body("state", equalTo("ISSUED"))
                    .body("certificates.state", equalTo(List.of("REVOKED", "ISSUED")));
            officer()
                    .get("/changes/" + change)
                    .then()
                    .body("items", empty())
                    .body("decision.outcome", equalTo("IMMEDIATE"))
                    .body("earlierDecision", nullValue());
            TaxClient.posting()
                    .post("/clearance-requests/" + change + "/re-evaluation")
                    .then()
                    .statusCode(409)
                    .contentType("application/problem+json");
        }
    }

    @Test
    void a_fact_is_stated_in_the_name_of_the_officer_and_of_nobody_else() {
        try (Register register = new Register()) {
            Business business = register.opened();
            await("opened")
                    .atMost(Duration.ofSeconds(40))
                    .until(() ->
                            register.answersAbout(business, business.opening()).size() == 2);

            TaxClient.posting()
                    .contentType("application/json")
                    .body("{\"item\":\"EVER_HANDLED_TAX\",\"value\":\"YES\",\"source\":\"SYSTEM\"}")
                    .post("/taxpayers/" + business.id() + "/facts")
                    .then()
                    .statusCode(422)
                    .body("violations.pointer", equalTo(List.of("/source")));
            TaxClient.fact(business.id(), "EVER_HANDLED_TAX", "YES");
            officer()
                    .get("/taxpayers/" + business.id() + "/facts")
                    .then()
                    .body("items.source", equalTo(List.of("tax", "SYSTEM")));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/held-changes?limit=x, ?limit",
        "/held-changes?limit=0, ?limit",
        "/held-changes?limit=201, ?limit",
        "/held-changes?olderThanDays=x, ?olderThanDays",
        "/held-changes?olderThanDays=-5, ?olderThanDays",
        "/held-changes?olderThanDays=2147483647, ?olderThanDays",
        "/held-changes?class=NONE, ?class",
        "/clearance-requests?limit=1.5, ?limit",
        "/clearance-requests?state=none, ?state"
    })
    void a_parameter_that_breaks_a_rule_is_named(String path, String pointer) {
        officer()
                .get(path)
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("violations.pointer", equalTo(List.of(pointer)));
    }

    @Test
    void the_canonical_export_has_a_line_for_each_business() {
        try (Register register = new Register()) {
            Business business = register.opened();
            await("opened")
                    .atMost(Duration.ofSeconds(40))
                    .until(() ->
                            register.answersAbout(business, business.opening()).size() == 2);

            String export = RestAssured.given()
                    .header("Authorization", "Bearer " + TestTokens.of("operator"))
                    .get("/exports/canonical")
                    .then()
                    .statusCode(200)
                    .extract()
                    .asString();

            assertThat(export.lines().filter(line -> line.contains(business.id().value())))
                    .singleElement()
                    .satisfies(line ->
                            assertThat(line).contains("\"uscc\":\"" + business.uscc() + "\"", "\"status\":\"ACTIVE\""));
            assertThat(export.lines()).isSorted();
        }
    }

    @Test
    void every_problem_has_its_page() throws Exception {
        assertThat(ProblemPages.defects(Path.of("../docs/problems"), ProblemPages.declaredIn(TaxProblems.class)))
                .isEmpty();
    }

    private static JsonPath requests(String state) {
        return officer()
                .get("/clearance-requests?limit=200&state=" + state)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static ChangeId held(Register register, String item) {
        Business business = register.opened();
        await("opened")
                .atMost(Duration.ofSeconds(40))
                .until(() -> register.answersAbout(business, business.opening()).size() == 2);
        TaxClient.clean(business.id());
        TaxClient.fact(business.id(), item, "YES");
        ChangeId change = Register.change();
        register.publish(
                business,
                register.passed(business, change, business.tenure(), Register.tenure(), Regime.POST_SYNC, null));
        await("held")
                .atMost(Duration.ofSeconds(40))
                .until(() -> register.answersAbout(business, change).stream().anyMatch(ChangeHeld.class::isInstance));
        return change;
    }
}
