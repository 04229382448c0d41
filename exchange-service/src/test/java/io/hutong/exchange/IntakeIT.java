package io.hutong.exchange;

import static io.hutong.exchange.Exchange.as;
import static io.hutong.exchange.Exchange.event;
import static io.hutong.exchange.Exchange.json;
import static io.hutong.exchange.Exchange.permit;
import static io.hutong.exchange.Exchange.send;
import static io.hutong.exchange.Exchange.sendAll;
import static io.hutong.exchange.Exchange.sendOnceKnown;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.hutong.events.EligibilityAnswer;
import io.hutong.events.ExchangeEvent.EligibilityAnswered;
import io.hutong.events.ExchangeEvent.PermitGranted;
import io.hutong.exchange.Register.Business;
import io.hutong.identity.DivisionCode;
import io.hutong.messaging.Unsealer.NotForUs;
import io.hutong.testing.HutongTestResource;
import io.hutong.testing.RawEvent;
import io.hutong.testing.TestKeys;
import io.hutong.testing.TopicReader;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(value = HutongTestResource.class, initArgs = @ResourceArg(name = "service", value = "exchange"))
@DisplayNameGeneration(ReplaceUnderscores.class)
class IntakeIT {
    private static final String HUD = "HUD-620702";
    private static Register register;
    private static TopicReader topic;
    private static boolean registered;

    @SuppressWarnings("NullAway.Init") // by the first test
    private static Business business;

    @BeforeAll
    static void open() {
        register = new Register();
        topic = TopicReader.of("exchange.events");
    }

    /** Once: before the first test the server has no address yet. */
    @BeforeEach
    void registered() {
        if (registered) {
            return;
        }
        registered = true;
        Exchange.register(HUD, List.of("hud"));
        Exchange.grant(HUD, List.of(Exchange.PERMIT), List.of("620702"));
        Exchange.register("HRSS-620702", List.of("hrss"));
        Exchange.grant("HRSS-620702", List.of(Exchange.ELIGIBILITY), List.of("620702"));
        business = register.opened();
        sendOnceKnown("hud", permit(business.id().value())).then().statusCode(202);
    }

    @AfterAll
    static void close() {
        register.close();
        topic.close();
    }

    @Test
    void an_event_is_taken_gets_its_place_and_leaves_with_who_stated_it() {
        Business fresh = known();
        Map<String, Object> permit = permit(fresh.id().value());

        Response answer = send("hud", permit);

        answer.then()
                .statusCode(202)
                .body("status", equalTo("accepted"))
                .body("source", equalTo("/agencies/HUD-620702"))
                .body("id", equalTo(permit.get("id")))
                .body("position.version", equalTo(2))
                .body("problem", nullValue());
        String eventId = answer.path("eventId");
        assertThat(answer.header("Location")).endsWith("/events/" + eventId);
        RawEvent left = leaves(fresh, eventId);
        PermitGranted granted = (PermitGranted) register.stream.read(left);
        assertThat(granted.origin().agency().value()).isEqualTo(HUD);
        assertThat(granted.origin().id()).isEqualTo(permit.get("id"));
        assertThat(granted.permitType()).isEqualTo("RENTAL_HOUSING");
        assertThat(left.header("ce_source")).isEqualTo("/exchange");
        assertThat(left.header("ce_divcode")).isEqualTo("620702");
    }

    @Test
    void a_business_may_be_named_by_its_code_as_agencies_know_it() {
        Response answer = send("hud", permit(business.uscc().value()));
        answer.then().statusCode(202);
        assertThat(leaves(business, answer.path("eventId")).key())
                .isEqualTo(business.id().value());
    }

    @Test
    void sent_again_in_whatever_form_it_is_the_same_event_and_other_content_under_its_id_is_refused() {
        Map<String, Object> permit = permit(business.id().value());
        String eventId = send("hud", permit).path("eventId");

        send("hud", permit)
                .then()
                .statusCode(202)
                .body("status", equalTo("duplicate"))
                .body("eventId", equalTo(eventId));
        binary(permit)
                .then()
                .statusCode(202)
                .body("status", equalTo("duplicate"))
                .body("eventId", equalTo(eventId));
        Map<String, Object> other = new LinkedHashMap<>(permit);
        other.put("time", "2026-11-01T08:00:00Z");
        send("hud", other)
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:hutong:problem:event-id-reused"))
                .body("eventId", equalTo(eventId));
        assertThat(topic.of(business.id()))
                .filteredOn(left -> left.header("ce_id").equals(eventId))
                .hasSize(1);
    }

    @Test
    void binary_mode_carries_attributes_in_headers_percent_encoded() {
        Map<String, Object> permit = permit(business.id().value());
        permit.put("id", "许可 1%" + UUID.randomUUID());
        Response answer = binary(permit);
        answer.then().statusCode(202).body("status", equalTo("accepted")).body("id", equalTo(permit.get("id")));
        as("hud")
                .queryParam("id", permit.get("id"))
                .get("/events")
                .then()
                .statusCode(200)
                .body("items.eventId", equalTo(List.of(answer.<String>path("eventId"))));
    }

    @Test
    void base64_data_are_read_like_plain_ones() {
        Map<String, Object> permit = permit(business.id().value());
        String data = Base64.getEncoder()
                .encodeToString(json(permit.getOrDefault("data", Map.of())).getBytes(StandardCharsets.UTF_8));
        permit.remove("data");
        permit.put("data_base64", data);
        send("hud", permit).then().statusCode(202).body("status", equalTo("accepted"));
    }

    @Test
    void each_event_of_a_batch_has_its_own_result_and_a_bad_one_harms_no_other() {
        Map<String, Object> good = permit(business.id().value());
        Map<String, Object> unknown = permit(UUID.randomUUID().toString());
        Map<String, Object> broken = permit(business.id().value());
        broken.put("specversion", "0.3");
        Map<String, Object> wrong = permit(business.uscc().value());
        wrong.put("data", Map.of("permitType", "RENTAL_HOUSING", "colour", "red"));

        sendAll("hud", List.of(good, unknown, broken, good, wrong))
                .then()
                .statusCode(202)
                .body("accepted", equalTo(1))
                .body("duplicates", equalTo(1))
                .body("refused", equalTo(3))
                .body("items.index", equalTo(List.of(0, 1, 2, 3, 4)))
                .body("items.status", equalTo(List.of("accepted", "refused", "refused", "duplicate", "refused")))
                .body("items[1].problem.type", equalTo("urn:hutong:problem:unknown-business"))
                .body("items[2].problem.type", equalTo("urn:hutong:problem:not-a-cloud-event"))
                .body("items[2].id", equalTo(broken.get("id")))
                .body("items[4].problem.status", equalTo(422))
                .body("items[4].problem.violations.pointer", hasItem("/data/permitNo"))
                .body("items[4].problem.violations.pointer", hasItem("/data/colour"));
        sendAll("hud", List.of()).then().statusCode(202).body("items", hasSize(0));
    }

    @Test
    void two_requests_with_the_same_events_at_once_take_each_event_once() {
        List<Business> businesses = List.of(known(), known(), known());
        var batch = new ArrayList<Map<String, Object>>();
        for (int i = 0; i < 60; i++) {
            batch.add(permit(businesses.get(i % 3).id().value()));
        }
        var backwards = new ArrayList<>(batch);
        java.util.Collections.reverse(backwards);
        var one = CompletableFuture.supplyAsync(() -> sendAll("hud", batch));
        var other = CompletableFuture.supplyAsync(() -> sendAll("hud", backwards));

        int accepted = one.join().<Integer>path("accepted") + other.join().<Integer>path("accepted");

        assertThat(one.join().statusCode()).isEqualTo(202);
        assertThat(other.join().statusCode()).isEqualTo(202);
        assertThat(accepted).isEqualTo(60);
        await("all left once")
                .untilAsserted(() -> assertThat(businesses)
                        .allSatisfy(each -> assertThat(topic.of(each.id())).hasSize(21)));
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
    void what_is_sealed_leaves_sealed_for_its_recipient_alone_and_is_nowhere_in_clear() {
        Response answer = send(
                "hrss",
                event(
                        "/agencies/HRSS-620702",
                        Exchange.ELIGIBILITY,
                        business.id().value(),
                        Map.of(
                                "matter", "STATUS",
                                "asOf", "2026-11-20",
                                "answer", Map.of("criterion", "VETERAN_CANARY", "fulfilled", true))));
        answer.then().statusCode(202);
        RawEvent left = leaves(business, answer.path("eventId"));
        assertThat(new String(left.body(), StandardCharsets.UTF_8)).doesNotContain("VETERAN_CANARY");
        EligibilityAnswered answered = (EligibilityAnswered) register.stream.read(left);
        assertThat(TestKeys.of("subsidy", "exchange").open(answered.answer(), EligibilityAnswer.class))
                .isEqualTo(new EligibilityAnswer("VETERAN_CANARY", true));
        org.assertj.core.api.Assertions.assertThatThrownBy(
                        () -> TestKeys.of("registration", "exchange").open(answered.answer(), EligibilityAnswer.class))
                .isInstanceOfAny(NotForUs.class, io.hutong.messaging.AwaitingPremise.class);
    }

    @Test
    void a_sender_sees_where_its_event_is_and_who_applied_it_and_others_do_not() {
        Business fresh = known();
        String eventId = send("hud", permit(fresh.id().value())).path("eventId");
        await("sent to the broker")
                .untilAsserted(() -> as("hud")
                        .get("/events/" + eventId)
                        .then()
                        .statusCode(200)
                        .body("sent", equalTo(true))
                        .body("position.version", equalTo(2))
                        .body("bizId", equalTo(fresh.id().value()))
                        .body("settlements", hasSize(0)));
        register.applied(fresh, eventId);
        await("settled")
                .untilAsserted(() -> as("operator")
                        .get("/events/" + eventId)
                        .then()
                        .statusCode(200)
                        .body("settlements[0].service", equalTo("registration"))
                        .body("settlements[0].outcome", equalTo("APPLIED"))
                        .body("settlements[0].millis", org.hamcrest.Matchers.greaterThanOrEqualTo(0)));
        as("hrss").get("/events/" + eventId).then().statusCode(404);
        as("hrss")
                .get("/events")
                .then()
                .statusCode(200)
                .body("items.eventId", org.hamcrest.Matchers.not(hasItem(eventId)));
        Response page = as("hud").queryParam("limit", 1).get("/events");
        page.then().statusCode(200).body("items", hasSize(1));
        as("hud")
                .queryParam("limit", 1)
                .queryParam("cursor", page.<String>path("next"))
                .get("/events")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].eventId", org.hamcrest.Matchers.not(equalTo(page.<String>path("items[0].eventId"))));
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

    /** A business that the exchange knows: one permit of it was taken already. */
    private static Business known() {
        Business fresh = register.opened();
        sendOnceKnown("hud", permit(fresh.id().value())).then().statusCode(202);
        return fresh;
    }

    private static RawEvent leaves(Business about, String eventId) {
        return await("the event leaves")
                .until(
                        () -> topic.of(about.id()).stream()
                                .filter(left -> left.header("ce_id").equals(eventId))
                                .findFirst(),
                        java.util.Optional::isPresent)
                .orElseThrow();
    }

    private static Response binary(Map<String, Object> event) {
        var request = as("hud").contentType("application/json");
        event.forEach((name, value) -> {
            if (!name.equals("data")) {
                request.header("ce-" + name, percentEncoded(value.toString()));
            }
        });
        return request.body(json(event.getOrDefault("data", Map.of()))).post("/events");
    }

    private static String percentEncoded(String text) {
        var encoded = new StringBuilder();
        for (byte one : text.getBytes(StandardCharsets.UTF_8)) {
            boolean plain = one > ' ' && one < 127 && one != '"' && one != '%';
            encoded.append(plain ? String.valueOf((char) one) : "%%%02X".formatted(one & 0xFF));
        }
        return encoded.toString();
    }
}
