package io.hutong.registration;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.hutong.testing.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The door: taken from the published interface itself, so that no endpoint is forgotten. */
@QuarkusTest
@RegistrationServers
class SecurityIT {
    private static final String ID = "0198f2d0-0000-7000-8000-000000000001";
    private static final Set<String> READ_BY_TAX = Set.of(
            "GET /businesses",
            "GET /businesses/{bizId}",
            "GET /businesses/{bizId}/history",
            "GET /changes",
            "GET /changes/{changeId}",
            "GET /operator-changes",
            "GET /operator-changes/{changeId}");
    private static final Set<String> REGISTRARS_ONLY = Set.of(
            "POST /businesses",
            "POST /businesses/{bizId}/changes",
            "POST /businesses/{bizId}/deregistration",
            "POST /businesses/{bizId}/operator-changes",
            "POST /businesses/{bizId}/resumption",
            "POST /businesses/{bizId}/suspension",
            "POST /changes/{changeId}/annulment",
            "POST /operator-changes/{changeId}/withdrawal",
            "GET /operator-changes/{changeId}/grounds",
            "POST /imports",
            "GET /imports/{importId}",
            "GET /imports/{importId}/errors");

    static Set<String> ours() {
        Set<String> all = new TreeSet<>(READ_BY_TAX);
        all.addAll(REGISTRARS_ONLY);
        all.add("GET /exports/canonical");
        return all;
    }

    static Set<String> registrarsOnly() {
        return new TreeSet<>(REGISTRARS_ONLY);
    }

    @Test
    void the_published_interface_holds_these_endpoints_and_those_of_delivery() {
        var paths = given().queryParam("format", "json")
                .get("/q/openapi")
                .jsonPath()
                .getMap("paths");
        Set<String> published = new TreeSet<>();
        paths.forEach((path, methods) -> ((Map<?, ?>) methods).forEach((method, operation) -> {
            if (!path.toString().startsWith("/messaging") && !method.equals("parameters")) {
                published.add(method.toString().toUpperCase(Locale.ROOT) + " " + path);
            }
        }));
        assertThat(published).isEqualTo(ours());
    }

    @ParameterizedTest
    @MethodSource("ours")
    void nobody_enters_without_a_valid_token(String endpoint) {
        refused(given(), endpoint, 401);
        refused(as(TestTokens.expired("amr")), endpoint, 401);
        refused(as(TestTokens.forAudience("amr", "another")), endpoint, 401);
        refused(as("no.token.atall"), endpoint, 401);
    }

    @ParameterizedTest
    @MethodSource("ours")
    void a_role_that_has_no_business_here_is_refused(String endpoint) {
        refused(as(TestTokens.with("FIN", "subsidy-officer")), endpoint, 403);
        refused(as(TestTokens.with("FIN", "registrar", "tax-officer", "service")), endpoint, 403);
    }

    @ParameterizedTest
    @MethodSource("registrarsOnly")
    void tax_may_read_the_register_but_not_change_it(String endpoint) {
        refused(as(TestTokens.of("tax")), endpoint, 403);
        refused(as(TestTokens.with("TAX", "registrar")), endpoint, 403);
        refused(as(TestTokens.of("registration-service")), endpoint, 403);
    }

    @Test
    void those_who_may_read_do() {
        String bizId = Clerk.atTheCounter().open(Clerk.aShop(Clerk.number()));
        for (String client : new String[] {"amr", "tax", "tax-sync-service"}) {
            assertThat(as(TestTokens.of(client)).get("/businesses/" + bizId).statusCode())
                    .as(client)
                    .isEqualTo(200);
        }
        assertThat(as(TestTokens.of("operator")).get("/businesses/" + bizId).statusCode())
                .isEqualTo(403);
    }

    @Test
    void what_is_not_there_or_not_a_name_of_anything_is_404() {
        assertThat(Clerk.atTheCounter().get("/businesses/" + ID).statusCode()).isEqualTo(404);
        assertThat(Clerk.atTheCounter().get("/businesses/no-uuid").statusCode()).isEqualTo(404);
        assertThat(Clerk.atTheCounter().get("/changes/" + ID).statusCode()).isEqualTo(404);
        assertThat(Clerk.atTheCounter().get("/q/health").statusCode()).isEqualTo(404);
    }

    private static void refused(RequestSpecification as, String endpoint, int status) {
        Response answer = call(as, endpoint);
        assertThat(answer.statusCode()).as(endpoint).isEqualTo(status);
        assertThat(answer.contentType()).startsWith("application/problem+json");
    }

    private static RequestSpecification as(String token) {
        return given().auth().oauth2(token);
    }

    private static Response call(RequestSpecification as, String endpoint) {
        String[] parts = endpoint.split(" ");
        String path = parts[1].replaceAll("\\{[^}]+}", ID);
        if (parts[0].equals("GET")) {
            return as.get(path);
        }
        boolean file = path.equals("/imports");
        return as.contentType(file ? "text/csv" : "application/json")
                .header("Idempotency-Key", "security")
                .header("If-Match", "\"1\"")
                .body(file ? "uscc" : "{}")
                .post(path);
    }
}
