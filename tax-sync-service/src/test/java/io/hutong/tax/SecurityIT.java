package io.hutong.tax;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.hutong.testing.HutongTestResource;
import io.hutong.testing.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(value = HutongTestResource.class, initArgs = @ResourceArg(name = "service", value = "tax"))
@DisplayNameGeneration(ReplaceUnderscores.class)
class SecurityIT {
    private static final String ID = "0198f2d0-0000-7000-8000-000000000001";

    @ParameterizedTest
    @CsvSource({
        "GET,/taxpayers/{id}",
        "GET,/taxpayers?uscc=92620702PDY000028N",
        "GET,/taxpayers/{id}/facts",
        "POST,/taxpayers/{id}/facts",
        "POST,/facts-imports",
        "GET,/facts-imports/{id}",
        "GET,/facts-imports/{id}/errors",
        "GET,/held-changes",
        "GET,/changes/{id}",
        "POST,/changes/{id}/re-evaluation",
        "POST,/changes/{id}/refusal",
        "POST,/changes/{id}/certificate",
        "GET,/clearance-requests",
        "POST,/clearance-requests/{id}/refusal",
        "GET,/clearance-certificates/{id}",
        "POST,/clearance-certificates/{id}/revocation",
        "GET,/exports/canonical"
    })
    void without_a_token_401_with_a_strangers_403(String method, String path) {
        call(given(), method, path)
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:hutong:problem:unauthenticated"));
        call(given().header("Authorization", "Bearer " + TestTokens.expired("tax")), method, path)
                .then()
                .statusCode(401);
        call(given().header("Authorization", "Bearer " + TestTokens.of("amr")), method, path)
                .then()
                .statusCode(403)
                .contentType("application/problem+json");
        if (!path.startsWith("/exports")) {
            call(given().header("Authorization", "Bearer " + TestTokens.with("AMR", "tax-officer")), method, path)
                    .then()
                    .statusCode(403);
        }
    }

    @Test
    void health_needs_no_token_but_stands_on_the_management_port() {
        TaxClient.officer().get("/q/health").then().statusCode(404);
    }

    @Test
    void what_is_not_there_is_404_as_a_problem() {
        TaxClient.officer()
                .get("/taxpayers/" + ID)
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:hutong:problem:not-found"));
        TaxClient.officer().get("/taxpayers/no-uuid").then().statusCode(404);
    }

    private static Response call(RequestSpecification as, String method, String path) {
        if (method.equals("GET")) {
            return as.get(path.replace("{id}", ID));
        }
        return as.contentType(path.equals("/facts-imports") ? "text/csv" : "application/json")
                .header("Idempotency-Key", "security")
                .body(
                        path.equals("/facts-imports")
                                ? "uscc"
                                : "{\"reason\":\"x\",\"item\":\"ARREARS\",\"value\":\"NO\"}")
                .post(path.replace("{id}", ID));
    }
}
