package io.hutong.messaging.delivery;

import static io.restassured.RestAssured.given;

import org.eclipse.microprofile.config.ConfigProvider;

/** Bearer tokens of the test issuer. */
final class Tokens {
    private Tokens() {}

    static String of(String client) {
        String issuer = ConfigProvider.getConfig().getValue("quarkus.oidc.auth-server-url", String.class);
        return given().auth()
                .preemptive()
                .basic(client, "delivery-test")
                .formParam("grant_type", "client_credentials")
                .post(issuer + "/token")
                .then()
                .statusCode(200)
                .extract()
                .path("access_token");
    }
}
