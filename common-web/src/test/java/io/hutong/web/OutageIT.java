package io.hutong.web;

import static io.hutong.web.Requests.isProblem;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.hutong.embedded.FreePort;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(OutageIT.NobodyAnswers.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class OutageIT {
    /** Database and issuer are ports where nobody listens. */
    public static class NobodyAnswers implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "quarkus.datasource.jdbc.url", "jdbc:mysql://127.0.0.1:" + FreePort.choose() + "/web",
                    "quarkus.datasource.username", "web",
                    "quarkus.liquibase.migrate-at-start", "false",
                    "quarkus.oidc.auth-server-url", "http://127.0.0.1:" + FreePort.choose(),
                    "quarkus.oidc.connection-delay", "1s");
        }
    }

    @Test
    void without_the_database_the_client_is_told_to_come_back() {
        var answer = isProblem(given().get("/stalls/ping"), CommonProblems.UNAVAILABLE);
        assertThat(answer.header("Retry-After")).isEqualTo("5");
    }

    @Test
    void without_the_issuer_a_token_can_be_neither_trusted_nor_refused() {
        String token = "eyJhbGciOiJSUzI1NiIsImtpZCI6ImEifQ.eyJzdWIiOiJhbXIifQ.c2ln";
        var answer = isProblem(
                given().header("Authorization", "Bearer " + token).get("/stalls/caller"), CommonProblems.UNAVAILABLE);
        assertThat(answer.header("Retry-After")).isEqualTo("5");
        isProblem(given().get("/stalls/caller"), CommonProblems.UNAUTHENTICATED);
    }
}
