package io.hutong.registration;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.hutong.testing.AccessMatrix;
import io.hutong.testing.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** The door: taken from the published interface itself, so that no endpoint is forgotten. */
@QuarkusTest
@RegistrationServers
@DisplayNameGeneration(ReplaceUnderscores.class)
class SecurityIT {
    private static final String ID = "0198f2d0-0000-7000-8000-000000000001";
    private static final String TABLE = """
            GET /businesses                                | registrar tax-officer service | AMR TAX
            GET /businesses/{bizId}                        | registrar tax-officer service | AMR TAX
            GET /businesses/{bizId}/history                | registrar tax-officer service | AMR TAX
            GET /businesses/{bizId}/credit-standing        | registrar | AMR
            GET /businesses/{bizId}/premises-verifications | registrar | AMR
            GET /businesses/{bizId}/premises-verifications/{verificationId} | registrar | AMR
            POST /businesses/{bizId}/premises-verifications | registrar | AMR
            GET /premises-verifications                    | registrar | AMR
            GET /changes                                   | registrar tax-officer service | AMR TAX
            GET /changes/{changeId}                        | registrar tax-officer service | AMR TAX
            GET /operator-changes                          | registrar tax-officer service | AMR TAX
            GET /operator-changes/{changeId}               | registrar tax-officer service | AMR TAX
            GET /operator-changes/{changeId}/grounds       | registrar | AMR
            POST /businesses                               | registrar | AMR
            POST /businesses/{bizId}/changes               | registrar | AMR
            POST /businesses/{bizId}/deregistration        | registrar | AMR
            POST /businesses/{bizId}/operator-changes      | registrar | AMR
            POST /businesses/{bizId}/resumption            | registrar | AMR
            POST /businesses/{bizId}/suspension            | registrar | AMR
            GET /businesses/{bizId}/restrictions           | registrar | AMR
            POST /businesses/{bizId}/restrictions          | registrar | AMR
            POST /businesses/{bizId}/restrictions/{restrictionId}/lifting | registrar | AMR
            POST /changes/{changeId}/annulment             | registrar | AMR
            POST /operator-changes/{changeId}/withdrawal   | registrar | AMR
            POST /imports                                  | registrar | AMR
            GET /imports/{importId}                        | registrar | AMR
            GET /imports/{importId}/errors                 | registrar | AMR
            GET /exports/canonical                         | flow-operator | JCO
            GET /messaging/heads                           | service | *
            GET /messaging/heads                           | flow-operator | JCO
            GET /messaging/streams/{bizId}                 | service | *
            GET /messaging/streams/{bizId}                 | flow-operator | JCO
            GET /messaging/state                           | flow-operator | JCO
            GET /messaging/parked                          | flow-operator | JCO
            GET /messaging/skipped                         | flow-operator | JCO
            GET /messaging/parked/{inbox}/{bizId}          | flow-operator | JCO
            POST /messaging/parked/retry                   | flow-operator | JCO
            POST /messaging/parked/{inbox}/{bizId}/retry   | flow-operator | JCO
            POST /messaging/parked/{inbox}/{bizId}/skip    | flow-operator | JCO
            """;

    @Test
    void who_may_call_what_is_said_of_every_endpoint_and_holds() {
        AccessMatrix.of("amr", TABLE)
                .isComplete()
                .nothingElseIsPublic()
                .letsNobodyInWithoutAGoodToken()
                .letsInWhomTheTableNames();
    }

    @Test
    void what_is_not_there_or_not_a_name_of_anything_is_404() {
        assertThat(Clerk.atTheCounter().get("/businesses/" + ID).statusCode()).isEqualTo(404);
        assertThat(Clerk.atTheCounter().get("/businesses/no-uuid").statusCode()).isEqualTo(404);
        assertThat(Clerk.atTheCounter().get("/changes/" + ID).statusCode()).isEqualTo(404);
        assertThat(Clerk.atTheCounter().get("/q/health").statusCode()).isEqualTo(404);
    }

    @Test
    void a_caller_with_many_roles_still_speaks_for_one_agency_only() {
        String everything = TestTokens.with("FIN", "registrar", "tax-officer", "service");
        assertThat(given().auth().oauth2(everything).get("/businesses").statusCode())
                .isEqualTo(403);
    }
}
