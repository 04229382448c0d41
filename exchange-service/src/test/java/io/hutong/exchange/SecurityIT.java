package io.hutong.exchange;

import static org.hamcrest.Matchers.equalTo;

import io.hutong.testing.AccessMatrix;
import io.hutong.testing.HutongTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = HutongTestResource.class, initArgs = @ResourceArg(name = "service", value = "exchange"))
@DisplayNameGeneration(ReplaceUnderscores.class)
class SecurityIT {
    private static final String TOWN = "TOWN-620702101";

    private static final String TABLE = """
            GET /agencies                                        | exchange-admin | GDA
            GET /agencies/{code}                                 | exchange-admin | GDA
            PUT /agencies/{code}                                 | exchange-admin | GDA
            GET /agencies/{code}/grants                          | exchange-admin | GDA
            PUT /agencies/{code}/grants                          | exchange-admin | GDA
            GET /agencies/{code}/changes                         | exchange-admin | GDA
            POST /events                                         | event-sender | TOWN-620702101
            GET /events                                          | event-sender | TOWN-620702101
            GET /events/{eventId}                                | event-sender | TOWN-620702101
            GET /events/{eventId}                                | flow-operator | JCO
            GET /questions                                       | event-sender | TOWN-620702101
            GET /messaging/heads                                 | service | * GDA
            GET /messaging/heads                                 | flow-operator | JCO
            GET /messaging/streams/{bizId}                       | service | * GDA
            GET /messaging/streams/{bizId}                       | flow-operator | JCO
            GET /messaging/state                                 | flow-operator | JCO
            GET /messaging/parked                                | flow-operator | JCO
            GET /messaging/skipped                               | flow-operator | JCO
            GET /messaging/parked/{inbox}/{bizId}                | flow-operator | JCO
            POST /messaging/parked/retry                         | flow-operator | JCO
            POST /messaging/parked/{inbox}/{bizId}/retry         | flow-operator | JCO
            POST /messaging/parked/{inbox}/{bizId}/skip          | flow-operator | JCO
            """;

    /** Tokens of the table are those of a client {@code stranger}: it is one of the township's here. */
    @Test
    void who_may_call_what_is_said_of_every_endpoint_and_holds() {
        Exchange.register(TOWN, List.of("stranger"));
        AccessMatrix.of("gda", TABLE)
                .alsoTrying("GDA", TOWN)
                .isComplete()
                .nothingElseIsPublic()
                .letsNobodyInWithoutAGoodToken()
                .letsInWhomTheTableNames();
    }

    @Test
    void health_needs_no_token_but_stands_on_the_management_port() {
        Exchange.as("gda").get("/q/health").then().statusCode(404);
    }

    @Test
    void what_is_not_there_is_404_as_a_problem() {
        Exchange.as("gda")
                .get("/agencies/HUD-620799")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:hutong:problem:not-found"));
        Exchange.as("gda").get("/agencies/no-agency").then().statusCode(404);
    }
}
