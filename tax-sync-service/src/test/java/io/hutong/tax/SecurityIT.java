package io.hutong.tax;

import static org.hamcrest.Matchers.equalTo;

import io.hutong.testing.AccessMatrix;
import io.hutong.testing.HutongTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = HutongTestResource.class, initArgs = @ResourceArg(name = "service", value = "tax"))
@DisplayNameGeneration(ReplaceUnderscores.class)
class SecurityIT {
    private static final String ID = "0198f2d0-0000-7000-8000-000000000001";

    private static final String TABLE = """
            GET /taxpayers                                       | tax-officer | TAX
            GET /taxpayers/{bizId}                               | tax-officer | TAX
            GET /taxpayers/{bizId}/facts                         | tax-officer | TAX
            POST /taxpayers/{bizId}/facts                        | tax-officer | TAX
            POST /facts-imports                                  | tax-officer | TAX
            GET /facts-imports/{id}                        | tax-officer | TAX
            GET /facts-imports/{id}/errors                 | tax-officer | TAX
            GET /held-changes                                    | tax-officer | TAX
            GET /changes/{changeId}                              | tax-officer | TAX
            POST /changes/{changeId}/re-evaluation               | tax-officer | TAX
            POST /changes/{changeId}/refusal                     | tax-officer | TAX
            POST /changes/{changeId}/certificate                 | tax-officer | TAX
            GET /clearance-requests                              | tax-officer | TAX
            POST /clearance-requests/{changeId}/refusal          | tax-officer | TAX
            POST /clearance-requests/{changeId}/re-evaluation    | tax-officer | TAX
            GET /clearance-certificates/{id}          | tax-officer | TAX
            POST /clearance-certificates/{id}/revocation | tax-officer | TAX
            GET /taxpayers/{bizId}/arrears-announcements         | tax-officer | TAX
            POST /taxpayers/{bizId}/arrears-announcements/restatement | tax-officer | TAX
            POST /arrears-announcements                          | tax-officer | TAX
            GET /arrears-announcements/{id}                      | tax-officer | TAX
            GET /arrears-announcements/on-annulled-tenures       | tax-officer | TAX
            POST /arrears-announcements/{id}/clearances          | tax-officer | TAX
            POST /arrears-announcements/{id}/reinstatement       | tax-officer | TAX
            GET /exports/canonical                               | flow-operator | JCO
            GET /messaging/heads                                 | service | *
            GET /messaging/heads                                 | flow-operator | JCO
            GET /messaging/streams/{bizId}                       | service | *
            GET /messaging/streams/{bizId}                       | flow-operator | JCO
            GET /messaging/state                                 | flow-operator | JCO
            GET /messaging/parked                                | flow-operator | JCO
            GET /messaging/skipped                               | flow-operator | JCO
            GET /messaging/parked/{inbox}/{bizId}                | flow-operator | JCO
            POST /messaging/parked/retry                         | flow-operator | JCO
            POST /messaging/parked/{inbox}/{bizId}/retry         | flow-operator | JCO
            POST /messaging/parked/{inbox}/{bizId}/skip          | flow-operator | JCO
            """;

    @Test
    void who_may_call_what_is_said_of_every_endpoint_and_holds() {
        AccessMatrix.of("tax", TABLE)
                .isComplete()
                .nothingElseIsPublic()
                .letsNobodyInWithoutAGoodToken()
                .letsInWhomTheTableNames();
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
}
