package io.hutong.exchange;

import static io.hutong.exchange.Exchange.as;
import static io.hutong.exchange.Exchange.event;
import static io.hutong.exchange.Exchange.permit;
import static io.hutong.exchange.Exchange.send;
import static io.hutong.exchange.Exchange.sendAll;
import static io.hutong.exchange.Exchange.sendOnceKnown;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.hutong.identity.DivisionCode;
import io.hutong.testing.HutongTestResource;
import io.hutong.testing.Register;
import io.hutong.testing.Register.Business;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the door does not let in, and the reason it gives. */
@QuarkusTest
@QuarkusTestResource(value = HutongTestResource.class, initArgs = @ResourceArg(name = "service", value = "exchange"))
@DisplayNameGeneration(ReplaceUnderscores.class)
class IntakeRefusalsIT {
    private static Register register;
    private static boolean registered;

    @SuppressWarnings("NullAway.Init") // by the first test
    private static Business business;

    @BeforeAll
    static void open() {
        register = new Register();
    }

    /** Once: before the first test the server has no address yet. */
    @BeforeEach
    void registered() {
        if (registered) {
            return;
        }
        registered = true;
        Exchange.admit("HUD-620702", "hud", Exchange.PERMIT);
        Exchange.admit("HRSS-620702", "hrss", Exchange.ELIGIBILITY);
        business = Exchange.known(register);
    }

    @AfterAll
    static void close() {
        register.close();
    }

    @ParameterizedTest
    @CsvSource({
        "specversion, 0.3, /specversion",
        "specversion, , /specversion",
        "id, '', /id",
        "id, , /id",
        "source, , /source",
        "source, 'no uri', /source",
        "type, , /type",
        "subject, , /subject",
        "time, yesterday, /time",
        "time, 2026-13-01T00:00:00Z, /time",
        "time, 2026-04-05T18:31Z, /time",
        "time, 2026-04-05T18:31:00+05, /time",
        "dataschema, '', /dataschema",
        "datacontenttype, application/xml, /datacontenttype",
        "Upper, x, /Upper",
        "with_line, x, /with_line",
        "causationid, 17, /causationid",
        "effectiveat, 2026-02-30, /effectiveat"
    })
    void what_is_no_cloud_event_is_refused_with_the_attribute_that_is_wrong(
            String name, @org.jspecify.annotations.Nullable String value, String pointer) {
        Map<String, Object> permit = permit(business.id().value());
        permit.put(name, value);
        send("hud", permit)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:hutong:problem:not-a-cloud-event"))
                .body("violations.pointer", hasItem(pointer));
    }

    @Test
    void data_that_are_missing_doubled_or_no_json_are_refused() {
        Map<String, Object> without = permit(business.id().value());
        without.remove("data");
        send("hud", without).then().statusCode(400).body("violations[0].pointer", equalTo("/data"));
        Map<String, Object> both = permit(business.id().value());
        both.put("data_base64", "e30=");
        send("hud", both).then().statusCode(400).body("violations[0].pointer", equalTo("/data_base64"));
        Map<String, Object> nested = permit(business.id().value());
        nested.put("extension", Map.of("a", 1));
        send("hud", nested).then().statusCode(400).body("violations[0].pointer", equalTo("/extension"));
        Map<String, Object> numbered = permit(business.id().value());
        numbered.put("id", 25);
        send("hud", numbered).then().statusCode(400).body("violations[0].pointer", equalTo("/id"));
        as("hud")
                .contentType(Exchange.STRUCTURED)
                .body("{\"id\":\"1\",\"id\":\"2\"}")
                .post("/events")
                .then()
                .statusCode(400)
                .body("type", equalTo("urn:hutong:problem:malformed-body"));
        as("hud")
                .contentType("application/cloudevents+xml")
                .body("<a/>")
                .post("/events")
                .then()
                .statusCode(415);
        as("hud").contentType(Exchange.BATCH).body("{}").post("/events").then().statusCode(400);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "department | NOBODY     | schema.enum   | ：AMR, TAX, HRSS",
                "permitType | rental     | schema.pattern | ：^[A-Z]",
                "permitNo   | ''         | schema.minLength | ：1"
            })
    void data_against_the_schema_are_refused_with_what_it_demands_there(
            String field, String value, String code, String demanded) {
        Map<String, Object> permit = permit(business.id().value());
        @SuppressWarnings("unchecked")
        Map<String, Object> data = new LinkedHashMap<>((Map<String, Object>) permit.get("data"));
        data.put(field, value);
        permit.put("data", data);
        send("hud", permit)
                .then()
                .statusCode(422)
                .body("violations.pointer", contains("/data/" + field))
                .body("violations.code", contains(code))
                .body("violations[0].message", containsString(demanded));
    }

    @Test
    void nobody_sends_for_another_agency_or_another_division_or_what_was_not_granted() {
        Map<String, Object> foreign = permit(business.id().value());
        foreign.put("source", "/agencies/VET-620702");
        send("hud", foreign).then().statusCode(403).body("type", equalTo("urn:hutong:problem:foreign-source"));
        Business elsewhere = register.opened(DivisionCode.of("620721"), DivisionCode.of("620721100"));
        sendOnceKnown("hud", permit(elsewhere.id().value()))
                .then()
                .statusCode(403)
                .body("type", equalTo("urn:hutong:problem:foreign-division"));
        Map<String, Object> ungranted =
                event("/agencies/HUD-620702", Exchange.PREMISES, business.id().value(), Map.of());
        send("hud", ungranted).then().statusCode(403).body("type", equalTo("urn:hutong:problem:event-not-granted"));
        Map<String, Object> ours = event(
                "/agencies/HUD-620702",
                "io.hutong.tax.change-held.v1",
                business.id().value(),
                Map.of());
        send("hud", ours).then().statusCode(422).body("type", equalTo("urn:hutong:problem:unknown-event-type"));
    }

    @Test
    void a_grant_works_from_the_moment_it_is_given_or_taken_and_a_suspended_agency_is_out() {
        Exchange.register("TOWN-620702102", List.of("town"));
        Map<String, Object> permit = permit(business.id().value());
        permit.put("source", "/agencies/TOWN-620702102");
        send("town", permit).then().statusCode(403);
        Exchange.grant("TOWN-620702102", List.of(Exchange.PERMIT), List.of("620702102"));
        send("town", permit).then().statusCode(202);
        Exchange.grant(
                "TOWN-620702102",
                List.of(Map.of(
                        "types",
                        List.of(Exchange.PERMIT),
                        "divisions",
                        List.of("620702102"),
                        "from",
                        "2025-01-01",
                        "until",
                        "2025-12-31")));
        Map<String, Object> next = permit(business.id().value());
        next.put("source", "/agencies/TOWN-620702102");
        send("town", next).then().statusCode(403).body("type", equalTo("urn:hutong:problem:event-not-granted"));
        // what was taken stays taken
        send("town", permit).then().statusCode(202).body("status", equalTo("duplicate"));
        Map<String, Object> suspended = Exchange.profile(List.of("town"));
        suspended.put("state", "SUSPENDED");
        Exchange.put("TOWN-620702102", suspended);
        send("town", permit).then().statusCode(403).body("type", equalTo("urn:hutong:problem:agency-suspended"));
        Exchange.register("TOWN-620702102", List.of());
        send("town", permit).then().statusCode(403).body("type", equalTo("urn:hutong:problem:sender-not-registered"));
    }

    @Test
    void more_than_a_thousand_at_once_or_more_than_the_rate_is_refused_with_the_time_to_wait() {
        Map<String, Object> slow = Exchange.profile(List.of("hrss"));
        slow.put("eventsPerSecond", 1);
        Exchange.put("HRSS-620702", slow);
        var events = new ArrayList<Map<String, Object>>();
        for (int i = 0; i < 1001; i++) {
            events.add(Map.of("id", "x" + i));
        }
        sendAll("hrss", events).then().statusCode(413).body("type", equalTo("urn:hutong:problem:too-large"));
        sendAll("hrss", events.subList(0, 900)).then().statusCode(202).body("refused", equalTo(900));
        Response tooFast = sendAll("hrss", events.subList(0, 900));
        tooFast.then().statusCode(429).body("type", equalTo("urn:hutong:problem:too-many-events"));
        assertThat(Integer.parseInt(tooFast.header("Retry-After"))).isBetween(600, 900);
        // the others go on
        send("hud", permit(business.id().value())).then().statusCode(202);
        Exchange.register("HRSS-620702", List.of("hrss"));
    }

    @Test
    void an_event_that_is_too_large_is_refused() {
        Map<String, Object> huge = permit(business.id().value());
        huge.put("data", Map.of("permitNo", "x".repeat(70_000)));
        send("hud", huge).then().statusCode(413);
    }
}
