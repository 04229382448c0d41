package io.hutong.exchange;

import static io.hutong.exchange.Exchange.as;
import static io.hutong.exchange.Exchange.profile;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.hutong.testing.HutongTestResource;
import io.hutong.testing.TestDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = HutongTestResource.class, initArgs = @ResourceArg(name = "service", value = "exchange"))
@DisplayNameGeneration(ReplaceUnderscores.class)
class AgencyIT {
    private static final String PERMIT = Exchange.PERMIT;

    @SuppressWarnings("NullAway.Init") // injected by the test resource
    TestDatabase database;

    @Test
    void an_agency_is_registered_read_and_changed_at_the_version_that_was_seen() {
        as("gda")
                .contentType("application/json")
                .body(profile(List.of("a1", "a2")))
                .put("/agencies/hud-620721")
                .then()
                .statusCode(201)
                .header("Location", org.hamcrest.Matchers.endsWith("/agencies/HUD-620721"))
                .header("ETag", equalTo("\"1\""));
        as("gda")
                .get("/agencies/HUD-620721")
                .then()
                .statusCode(200)
                .body("code", equalTo("HUD-620721"))
                .body("kind", equalTo("HUD"))
                .body("division", equalTo("620721"))
                .body("profile.name", equalTo("大满镇人民政府"))
                .body("profile.clients", equalTo(List.of("a1", "a2")))
                .body("profile.contacts[0].name", equalTo("周守信"));
        Map<String, Object> changed = profile(List.of("a1"));
        changed.put("eventsPerSecond", 20);
        put("HUD-620721", changed, null).then().statusCode(428);
        put("HUD-620721", changed, "\"7\"").then().statusCode(412).body("currentVersion", equalTo(1));
        put("HUD-620721", changed, "\"1\"").then().statusCode(200).header("ETag", equalTo("\"2\""));
        put("HUD-620721", changed, "\"2\"").then().statusCode(200).header("ETag", equalTo("\"2\""));
        as("gda").get("/agencies").then().body("items.code", hasItem("HUD-620721"));
    }

    @Test
    void what_is_no_agency_or_no_profile_is_refused_with_the_rule_that_it_breaks() {
        put("SHOP-620702", profile(List.of()), null)
                .then()
                .statusCode(422)
                .body("violations[0].code", equalTo("agency-code.kind"));
        Map<String, Object> nobody = profile(List.of());
        nobody.put("contacts", List.of());
        put("VET-620721", nobody, null)
                .then()
                .statusCode(422)
                .body("violations[0].code", equalTo("agency.sharing-officer"));
        Map<String, Object> weak = profile(List.of());
        weak.put("publicKey", pem("RSA", 1024));
        put("VET-620721", weak, null).then().statusCode(422).body("violations[0].code", equalTo("public-key.strength"));
        Map<String, Object> good = profile(List.of());
        good.put("publicKey", pem("EC", 256));
        put("VET-620721", good, null).then().statusCode(201);
    }

    @Test
    void a_client_speaks_for_one_agency_only() {
        Exchange.register("GUA-620721", List.of("shared"));
        put("GUA-620722", profile(List.of("shared")), null)
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:hutong:problem:client-taken"));
    }

    @Test
    void grants_are_replaced_at_their_own_version_and_name_types_that_can_be_sent_in() {
        Exchange.register("FI-620721-ABC", List.of());
        as("gda")
                .get("/agencies/FI-620721-ABC/grants")
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"0\""))
                .body("grants", hasSize(0));
        Exchange.grant("FI-620721-ABC", List.of(PERMIT), List.of("620721"));
        as("gda")
                .get("/agencies/FI-620721-ABC/grants")
                .then()
                .header("ETag", equalTo("\"1\""))
                .body("grants[0].types", equalTo(List.of(PERMIT)))
                .body("grants[0].divisions", equalTo(List.of("620721")))
                .body("grants[0].until", nullValue());
        as("gda")
                .contentType("application/json")
                .header("If-Match", "\"1\"")
                .body(Map.of(
                        "grants",
                        List.of(Map.of(
                                "types", List.of("io.hutong.registration.opened.v1"),
                                "divisions", List.of("620721"),
                                "from", "2026-01-01"))))
                .put("/agencies/FI-620721-ABC/grants")
                .then()
                .statusCode(422)
                .body("violations[0].code", equalTo("grant.types"));
        as("gda")
                .contentType("application/json")
                .header("If-Match", "\"1\"")
                .body(Map.of(
                        "grants",
                        List.of(Map.of(
                                "types",
                                List.of(PERMIT),
                                "divisions",
                                List.of("620721"),
                                "from",
                                "2026-01-01",
                                "until",
                                "2025-01-01"))))
                .put("/agencies/FI-620721-ABC/grants")
                .then()
                .statusCode(422)
                .body("violations[0].pointer", equalTo("/grants/0/until"));
    }

    @Test
    void every_change_is_kept_with_who_made_it_and_people_stand_encrypted_in_the_database() throws SQLException {
        Exchange.register("TOWN-620721100", List.of("t1"));
        Map<String, Object> suspended = profile(List.of("t1"));
        suspended.put("state", "SUSPENDED");
        Exchange.put("TOWN-620721100", suspended);
        Exchange.grant("TOWN-620721100", List.of(PERMIT), List.of("620721100"));
        as("gda")
                .get("/agencies/TOWN-620721100/changes")
                .then()
                .statusCode(200)
                .body("items.what", equalTo(List.of("GRANTS", "PROFILE", "REGISTERED")))
                .body("items.who", equalTo(List.of("gda", "gda", "gda")))
                .body("items[0].before.grants", hasSize(0))
                .body("items[0].after.grants", hasSize(1))
                .body("items[1].before.state", equalTo("ACTIVE"))
                .body("items[1].after.state", equalTo("SUSPENDED"))
                .body("items[2].before", nullValue());
        assertThat(dump("agency")).isNotEmpty().noneMatch(row -> row.contains("周守信") || row.contains("19900001234"));
        assertThat(dump("agency_change")).hasSizeGreaterThan(2).noneMatch(row -> row.contains("周守信"));
    }

    private List<String> dump(String table) throws SQLException {
        var rows = new java.util.ArrayList<String>();
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select * from " + table)) {
            while (row.next()) {
                var text = new StringBuilder();
                for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                    byte[] bytes = row.getBytes(i);
                    text.append(bytes == null ? "" : new String(bytes, StandardCharsets.UTF_8))
                            .append('|');
                }
                rows.add(text.toString());
            }
        }
        return rows;
    }

    private static io.restassured.response.Response put(
            String code, Map<String, Object> profile, @org.jspecify.annotations.Nullable String ifMatch) {
        var request = as("gda").contentType("application/json").body(profile);
        return (ifMatch == null ? request : request.header("If-Match", ifMatch)).put("/agencies/" + code);
    }

    private static String pem(String algorithm, int bits) {
        try {
            var generator = KeyPairGenerator.getInstance(algorithm);
            generator.initialize(bits);
            byte[] der = generator.generateKeyPair().getPublic().getEncoded();
            return "-----BEGIN PUBLIC KEY-----\n" + Base64.getMimeEncoder().encodeToString(der)
                    + "\n-----END PUBLIC KEY-----\n";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
