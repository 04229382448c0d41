package io.hutong.exchange;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import io.hutong.testing.Register;
import io.hutong.testing.Register.Business;
import io.hutong.testing.TestTokens;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The people and machines at the exchange: the administrator who registers agencies, and the agencies. */
final class Exchange {
    static final String PERMIT = "io.hutong.exchange.permit-granted.v1";
    static final String PREMISES = "io.hutong.exchange.premises-verified.v1";
    static final String ELIGIBILITY = "io.hutong.exchange.eligibility-answered.v1";
    static final String STRUCTURED = "application/cloudevents+json";
    static final String BATCH = "application/cloudevents-batch+json";

    private static final RestAssuredConfig PLAIN = RestAssuredConfig.config()
            .encoderConfig(EncoderConfig.encoderConfig()
                    .defaultContentCharset("UTF-8")
                    .appendDefaultContentCharsetToContentTypeIfUndefined(false)
                    .encodeContentTypeAs(STRUCTURED, io.restassured.http.ContentType.TEXT)
                    .encodeContentTypeAs(BATCH, io.restassured.http.ContentType.TEXT));

    private Exchange() {}

    static RequestSpecification as(String client) {
        return given().config(PLAIN).header("Authorization", "Bearer " + TestTokens.of(client));
    }

    /** A machine of an agency that the test issuer has no client for: the client is named {@code stranger}. */
    static RequestSpecification asAgency(String code) {
        return given().config(PLAIN).header("Authorization", "Bearer " + TestTokens.with(code, "event-sender"));
    }

    static Map<String, Object> profile(List<String> clients) {
        var profile = new LinkedHashMap<String, Object>();
        profile.put("name", "大满镇人民政府");
        profile.put("state", "ACTIVE");
        profile.put("contacts", List.of(Map.of("role", "SHARING_OFFICER", "name", "周守信", "phone", "19900001234")));
        profile.put("clients", clients);
        return profile;
    }

    /** Registers an agency, or changes what there is to this. */
    static void register(String code, List<String> clients) {
        put(code, profile(clients));
    }

    /** An agency that may state this about any business of the district. */
    static void admit(String code, String client, String type) {
        register(code, List.of(client));
        grant(code, List.of(type), List.of("620702"));
    }

    static void put(String code, Map<String, Object> profile) {
        Response present = as("gda").get("/agencies/" + code);
        RequestSpecification request = as("gda").contentType("application/json").body(profile);
        if (present.statusCode() == 200) {
            request.header("If-Match", present.header("ETag"));
        }
        request.put("/agencies/" + code).then().statusCode(present.statusCode() == 200 ? 200 : 201);
    }

    static void grant(String code, List<String> types, List<String> divisions) {
        grant(code, List.of(Map.of("types", types, "divisions", divisions, "from", "2026-01-01")));
    }

    static void grant(String code, List<Map<String, Object>> grants) {
        String version = as("gda").get("/agencies/" + code + "/grants").header("ETag");
        as("gda")
                .contentType("application/json")
                .header("If-Match", version)
                .body(Map.of("grants", grants))
                .put("/agencies/" + code + "/grants")
                .then()
                .statusCode(200);
    }

    /** A permit as the housing department would send it, under an id of its own. */
    static Map<String, Object> permit(String subject) {
        return event(
                "/agencies/HUD-620702",
                PERMIT,
                subject,
                Map.of(
                        "permitType", "RENTAL_HOUSING",
                        "permitNo", "甘住建〔2026〕" + UUID.randomUUID().toString().substring(0, 8),
                        "department", "HUD",
                        "validFrom", "2026-11-01"));
    }

    static Map<String, Object> event(String source, String type, String subject, Map<String, Object> data) {
        var event = new LinkedHashMap<String, Object>();
        event.put("specversion", "1.0");
        event.put("id", UUID.randomUUID().toString());
        event.put("source", source);
        event.put("type", type);
        event.put("subject", subject);
        event.put("data", data);
        return event;
    }

    static Response send(String client, Map<String, Object> event) {
        return as(client).contentType(STRUCTURED).body(json(event)).post("/events");
    }

    static Response sendAll(String client, List<Map<String, Object>> events) {
        return as(client).contentType(BATCH).body(json(events)).post("/events");
    }

    static String json(Object value) {
        try {
            return new com.fasterxml.jackson.databind.ObjectMapper().writeValueAsString(value);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The exchange follows the register a moment later: until then a business is unknown. */
    static Response sendOnceKnown(String client, Map<String, Object> event) {
        return await("the exchange knows the business")
                .atMost(Duration.ofSeconds(30))
                .until(
                        () -> send(client, event),
                        answer -> !answer.asString().contains("urn:hutong:problem:unknown-business"));
    }

    /** A business that the exchange knows: one permit of it was taken already. */
    static Business known(Register register) {
        Business fresh = register.opened();
        sendOnceKnown("hud", permit(fresh.id().value())).then().statusCode(202);
        return fresh;
    }
}
