package io.hutong.exchange;

import static io.hutong.exchange.Exchange.as;
import static io.hutong.exchange.Exchange.event;
import static io.hutong.exchange.Exchange.json;
import static io.hutong.exchange.Exchange.permit;
import static io.hutong.exchange.Exchange.send;
import static io.hutong.exchange.Exchange.sendAll;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.hutong.events.EligibilityAnswer;
import io.hutong.events.ExchangeEvent.EligibilityAnswered;
import io.hutong.events.ExchangeEvent.PermitGranted;
import io.hutong.messaging.Unsealer.NotForUs;
import io.hutong.testing.HutongTestResource;
import io.hutong.testing.RawEvent;
import io.hutong.testing.Register;
import io.hutong.testing.Register.Business;
import io.hutong.testing.TestDatabase;
import io.hutong.testing.TestKeys;
import io.hutong.testing.TopicReader;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
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

    @SuppressWarnings("NullAway.Init") // injected by the test resource
    TestDatabase database;

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
        Exchange.admit(HUD, "hud", Exchange.PERMIT);
        Exchange.admit("HRSS-620702", "hrss", Exchange.ELIGIBILITY);
        business = Exchange.known(register);
    }

    @AfterAll
    static void close() {
        register.close();
        topic.close();
    }

    @Test
    void an_event_is_taken_gets_its_place_and_leaves_with_who_stated_it() {
        Business fresh = Exchange.known(register);
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
        List<Business> businesses =
                List.of(Exchange.known(register), Exchange.known(register), Exchange.known(register));
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
        Business fresh = Exchange.known(register);
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
    void the_time_at_which_the_broker_had_an_event_is_told_once_it_has_it() throws SQLException {
        Business fresh = Exchange.known(register);
        Instant before = Instant.now().minusMillis(1);
        nobodySends();
        String eventId = send("hud", permit(fresh.id().value())).path("eventId");
        as("hud")
                .get("/events/" + eventId)
                .then()
                .statusCode(200)
                .body("sent", equalTo(false))
                .body("sentAt", nullValue());

        theServiceSendsAgain();
        await("sent to the broker")
                .untilAsserted(() -> as("hud").get("/events/" + eventId).then().body("sent", equalTo(true)));
        Response told = as("hud").get("/events/" + eventId);
        Instant sentAt = Instant.parse(told.path("sentAt"));
        assertThat(sentAt).isBetween(before, Instant.now());
        assertThat(sentAt).isAfterOrEqualTo(Instant.parse(told.path("acceptedAt")));
        as("hud")
                .get("/events")
                .then()
                .body("items.find { it.eventId == '" + eventId + "' }.sentAt", equalTo(told.path("sentAt")));
    }

    /** Another owner holds every lane of the relay. */
    private void nobodySends() throws SQLException {
        lanes("update relay_lane set owner = 'another', fencing = fencing + 1,"
                + " until_at = utc_timestamp(6) + interval 1 hour");
    }

    private void theServiceSendsAgain() throws SQLException {
        lanes("update relay_lane set owner = null, until_at = utc_timestamp(6)");
    }

    private void lanes(String change) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(change);
        }
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
