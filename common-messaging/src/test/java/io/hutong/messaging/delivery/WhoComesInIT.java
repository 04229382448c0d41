package io.hutong.messaging.delivery;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** The doors under {@code /messaging}: role and agency both count. */
@QuarkusTest
@QuarkusTestResource(DeliveryServers.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class WhoComesInIT {
    private static final String STREAM = "/messaging/streams/" + UUID.randomUUID();
    private static final String LINE = "/messaging/parked/registration-events/" + UUID.randomUUID();
    private static final List<String> FOR_READERS = List.of("/messaging/heads", STREAM);
    private static final List<String> FOR_OPERATORS =
            List.of("/messaging/state", "/messaging/parked", LINE, "/messaging/skipped");
    private static final List<String> COMMANDS = List.of("/messaging/parked/retry", LINE + "/retry", LINE + "/skip");

    @Test
    void nobody_comes_in_without_a_token() {
        FOR_READERS.forEach(path -> assertThat(get(given(), path)).isEqualTo(401));
        FOR_OPERATORS.forEach(path -> assertThat(get(given(), path)).isEqualTo(401));
        COMMANDS.forEach(path -> assertThat(post(given(), path)).isEqualTo(401));
    }

    @Test
    void a_service_reads_heads_and_streams_and_does_nothing_else() {
        FOR_READERS.forEach(
                path -> assertThat(get(as("tax-sync-service"), path)).isEqualTo(200));
        assertNoOperator("tax-sync-service");
    }

    @Test
    void an_operator_of_the_coordinating_office_may_do_all() {
        FOR_READERS.forEach(path -> assertThat(get(as("operator"), path)).isEqualTo(200));
        FOR_OPERATORS.forEach(path -> assertThat(get(as("operator"), path)).isEqualTo(200));
        assertThat(post(as("operator"), LINE + "/retry")).isEqualTo(200);
        assertThat(post(as("operator"), LINE + "/skip")).isEqualTo(404);
    }

    @Test
    void an_officer_of_an_agency_does_not_come_in() {
        FOR_READERS.forEach(path -> assertThat(get(as("officer"), path)).isEqualTo(403));
        assertNoOperator("officer");
    }

    @Test
    void the_role_of_an_operator_is_not_enough_when_the_token_is_of_another_agency_or_of_an_unknown_one() {
        FOR_READERS.forEach(path -> assertThat(get(as("another-agency"), path)).isEqualTo(403));
        assertNoOperator("another-agency");
        assertNoOperator("both");
        FOR_READERS.forEach(path -> assertThat(get(as("both"), path)).isEqualTo(200));
        assertNoOperator("nobody");
        FOR_READERS.forEach(path -> assertThat(get(as("nobody"), path)).isEqualTo(403));
    }

    @Test
    void a_list_of_less_than_one_is_refused() {
        List.of("/messaging/parked", LINE, "/messaging/skipped").forEach(list -> {
            assertThat(get(as("operator"), list + "?limit=0")).isEqualTo(400);
            assertThat(get(as("operator"), list + "?limit=-1")).isEqualTo(400);
            assertThat(get(as("operator"), list + "?limit=1")).isEqualTo(200);
        });
    }

    private static void assertNoOperator(String client) {
        FOR_OPERATORS.forEach(path -> assertThat(get(as(client), path)).isEqualTo(403));
        COMMANDS.forEach(path -> assertThat(post(as(client), path)).isEqualTo(403));
    }

    private static RequestSpecification as(String client) {
        return given().auth().oauth2(Tokens.of(client));
    }

    private static int get(RequestSpecification request, String path) {
        return request.get(path).statusCode();
    }

    private static int post(RequestSpecification request, String path) {
        return request.contentType("application/json")
                .body(Map.of("reason", "none"))
                .post(path)
                .statusCode();
    }
}
