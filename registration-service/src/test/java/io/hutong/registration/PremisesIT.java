package io.hutong.registration;

import static io.hutong.registration.Agencies.TOWN;
import static io.hutong.registration.Agencies.answering;
import static io.hutong.registration.Agencies.verified;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.hutong.events.Agency;
import io.hutong.events.ExchangeEvent.PremisesVerified.Result;
import io.hutong.events.RegistrationEvent.PremisesVerificationRequested;
import io.hutong.messaging.EventContext;
import io.hutong.testing.RawEvent;
import io.hutong.testing.TestClock;
import io.hutong.testing.TestDatabase;
import io.hutong.time.LegalTime;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** The registrar asks the township whether premises exist; the first answer of the one who was asked counts. */
@QuarkusTest
@RegistrationServers
@DisplayNameGeneration(ReplaceUnderscores.class)
class PremisesIT {
    private static final String QUESTION = "io.hutong.registration.premises-verification-requested.v1";
    private static Agencies agencies;

    private final Clerk clerk = Clerk.atTheCounter();
    private String bizId = "";

    @Inject
    TestClock clock;

    @SuppressWarnings("NullAway.Init") // injected by the test resource
    TestDatabase database;

    @BeforeAll
    static void open() {
        agencies = new Agencies();
    }

    @BeforeEach
    void openBusiness() {
        bizId = clerk.open(Clerk.aShop(Clerk.number()));
    }

    @AfterEach
    void back() {
        clock.reset();
    }

    @AfterAll
    static void close() {
        agencies.close();
    }

    @Test
    void a_question_goes_to_the_township_and_stands_open_until_it_answers() {
        long version = clerk.version(bizId);
        Response asked = ask(Map.of());
        asked.then().statusCode(201).body("state", equalTo("OPEN")).body("askedOf", equalTo("TOWN"));
        String questionId = asked.path("questionId");

        await("the question is sent")
                .atMost(Duration.ofSeconds(30))
                .until(() -> !agencies.heard(bizId, QUESTION).isEmpty());
        RawEvent question = agencies.heard(bizId, QUESTION).get(0);
        assertThat(question.header("ce_id")).isEqualTo(questionId);
        var content = (PremisesVerificationRequested) agencies.stream.read(question);
        assertThat(content.askedOf()).isEqualTo(Agency.TOWN);
        assertThat(content.placeAsked().value()).isEqualTo("620702001001");
        assertThat(content.dueOn()).hasToString(asked.path("dueOn"));
        assertThat(clerk.version(bizId)).isEqualTo(version);

        assertThat(answer(TOWN, Result.UNVERIFIABLE, answering(questionId))).isEqualTo("APPLIED");
        clerk.get(asked.header("Location").replaceFirst("^https?://[^/]+", ""))
                .then()
                .statusCode(200)
                .body("state", equalTo("ANSWERED"))
                .body("answer.result", equalTo("UNVERIFIABLE"))
                .body("answer.by", equalTo(TOWN))
                .body("answer.late", equalTo(false));
    }

    @Test
    void a_second_answer_changes_nothing() {
        String questionId = ask(Map.of()).path("questionId");
        assertThat(answer(TOWN, Result.VERIFIED, answering(questionId))).isEqualTo("APPLIED");
        assertThat(answer(TOWN, Result.NOT_FOUND, answering(questionId))).isEqualTo("REFUSED question.answered");
        assertThat(list().getList("items.answer.result")).containsExactly("VERIFIED");
    }

    @Test
    void an_answer_to_what_was_not_asked_is_refused_with_its_reason() {
        String questionId = ask(Map.of()).path("questionId");
        String elsewhere = clerk.open(Clerk.aShop(Clerk.number()));

        assertThat(answer(TOWN, Result.VERIFIED, answering(null))).isEqualTo("REFUSED question.not-named");
        assertThat(answer(TOWN, Result.VERIFIED, answering(UUID.randomUUID().toString())))
                .isEqualTo("REFUSED question.unknown");
        assertThat(answer("TOWN-620702102", Result.VERIFIED, answering(questionId)))
                .isEqualTo("REFUSED question.to-another-agency");
        assertThat(answer("HUD-620702", Result.VERIFIED, answering(questionId)))
                .isEqualTo("REFUSED question.to-another-agency");
        RawEvent strayed = agencies.says(elsewhere, verified(TOWN, Result.VERIFIED), answering(questionId));
        assertThat(agencies.outcome(elsewhere, strayed)).isEqualTo("REFUSED question.of-another-business");
        assertThat(list().getList("items.state")).containsExactly("OPEN");
    }

    @Test
    void an_answer_that_comes_after_its_day_counts_and_is_marked_even_if_its_sender_says_it_was_in_time() {
        Instant then = clock.instant().minus(Duration.ofDays(30));
        clock.startAt(then);
        String questionId = ask(Map.of()).path("questionId");
        clock.reset();

        assertThat(answer(TOWN, Result.VERIFIED, happened(then, answering(questionId))))
                .isEqualTo("APPLIED");
        assertThat(list().getBoolean("items[0].answer.late")).isTrue();
    }

    @Test
    void an_answer_that_comes_in_time_is_in_time_whatever_moment_its_sender_names() {
        String questionId = ask(Map.of()).path("questionId");
        Instant then = Instant.parse("2099-01-05T00:00:00Z");
        assertThat(answer(TOWN, Result.VERIFIED, happened(then, answering(questionId))))
                .isEqualTo("APPLIED");
        assertThat(list().getBoolean("items[0].answer.late")).isFalse();
        assertThat(list().getString("items[0].answer.at")).doesNotStartWith("2099");
    }

    @Test
    void nobody_has_verified_anything_on_a_day_to_come() {
        String questionId = ask(Map.of()).path("questionId");
        LocalDate tomorrow =
                LocalDate.ofInstant(clock.instant(), LegalTime.ZONE).plusDays(1);
        RawEvent early = agencies.says(bizId, verified(TOWN, Result.VERIFIED, tomorrow), answering(questionId));

        assertThat(agencies.outcome(bizId, early)).isEqualTo("REFUSED verification.in-the-future");
        assertThat(list().getList("items.state")).containsExactly("OPEN");
        RawEvent right =
                agencies.says(bizId, verified(TOWN, Result.VERIFIED, tomorrow.minusDays(1)), answering(questionId));
        assertThat(agencies.outcome(bizId, right)).isEqualTo("APPLIED");
    }

    @Test
    void the_registrar_sees_what_is_still_unanswered_oldest_first_and_what_is_overdue() {
        clock.startAt(clock.instant().minus(Duration.ofDays(30)));
        String late = ask(Map.of()).path("verificationId");
        clock.reset();
        String answered = clerk.post(
                        "/businesses/" + bizId + "/premises-verifications", Map.of("premises", Clerk.place("答复路1号")))
                .path("questionId");
        answer(TOWN, Result.VERIFIED, answering(answered));
        String inTime = clerk.post(
                        "/businesses/" + bizId + "/premises-verifications", Map.of("premises", Clerk.place("按时路1号")))
                .path("verificationId");

        Map<String, Boolean> open = unanswered("/premises-verifications?limit=3");
        assertThat(open).containsEntry(late, true).containsEntry(inTime, false);
        assertThat(List.copyOf(open.keySet()).indexOf(late))
                .isLessThan(List.copyOf(open.keySet()).indexOf(inTime));
        assertThat(open.keySet())
                .doesNotContain(list().getString("items.find { it.state == 'ANSWERED' }.verificationId"));
        Map<String, Boolean> overdue = unanswered("/premises-verifications?overdue=true&limit=3");
        assertThat(overdue).containsKey(late).doesNotContainKey(inTime).doesNotContainValue(false);
    }

    /** All pages of the list, in their order: each question, and whether it is overdue. */
    private Map<String, Boolean> unanswered(String path) {
        Map<String, Boolean> found = new LinkedHashMap<>();
        @Nullable String cursor = "";
        while (cursor != null) {
            JsonPath page = clerk.get(path + cursor).jsonPath();
            page.<Map<String, Object>>getList("items")
                    .forEach(one -> found.put((String) one.get("verificationId"), (Boolean) one.get("overdue")));
            String next = page.getString("next");
            cursor = next == null ? null : "&cursor=" + next;
        }
        return found;
    }

    @Test
    void the_same_question_is_asked_once_at_a_time() {
        String questionId = ask(Map.of()).path("questionId");
        ask(Map.of()).then().statusCode(409).body("type", equalTo("urn:hutong:problem:premises-verification-open"));
        answer(TOWN, Result.NOT_FOUND, answering(questionId));
        ask(Map.of()).then().statusCode(201);
        assertThat(list().getList("items.state")).containsExactly("OPEN", "ANSWERED");
    }

    @Test
    void a_repeated_request_asks_no_second_question() {
        String key = UUID.randomUUID().toString();
        String path = "/businesses/" + bizId + "/premises-verifications";
        String first = clerk.request(key).body(Map.of()).post(path).path("questionId");
        assertThat(clerk.request(key).body(Map.of()).post(path).<String>path("questionId"))
                .isEqualTo(first);
        assertThat(list().getList("items")).hasSize(1);
    }

    @Test
    void premises_that_are_only_applied_for_can_be_named_and_must_be_a_place_of_a_township() {
        ask(premises("620702102", "PHYSICAL")).then().statusCode(201);
        ask(premises("620702", "PHYSICAL"))
                .then()
                .statusCode(422)
                .body("violations.pointer", contains("/premises/division"));
        ask(premises("620702102", "ONLINE")).then().statusCode(422).body("violations.code", hasItem("premises.online"));
    }

    /** Taken over by a version that let other texts in, or valid by rules that have changed since. */
    @Test
    void registered_premises_are_asked_about_as_they_stand_even_if_they_would_not_be_taken_today() throws SQLException {
        String hidden = "东街1号\u200b";
        Map<String, Object> named = Clerk.place(hidden);
        ask(Map.of("premises", named)).then().statusCode(422).body("violations.code", hasItem("text.characters"));

        setRegistered(hidden);
        ask(Map.of()).then().statusCode(201).body("premises.text", equalTo(hidden));
    }

    @Test
    void with_two_places_of_business_the_clerk_says_which() {
        Map<String, Object> shop = Clerk.aShop(Clerk.number());
        shop.put("premises", new ArrayList<>(List.of(Clerk.place("东街1号"), Clerk.place("西街2号"))));
        String two = clerk.open(shop);
        clerk.post("/businesses/" + two + "/premises-verifications", Map.of())
                .then()
                .statusCode(422)
                .body("violations.code", contains("premises.which"));
        clerk.post("/businesses/" + two + "/premises-verifications", Map.of("premises", Clerk.place("西街2号")))
                .then()
                .statusCode(201);
    }

    @Test
    void nobody_asks_about_a_business_that_has_ended() {
        clerk.post("/businesses/" + bizId + "/deregistration", Map.of("reason", "不再经营"), 1)
                .then()
                .statusCode(201);
        ask(Map.of()).then().statusCode(409).body("type", equalTo("urn:hutong:problem:business-ended"));
    }

    private void setRegistered(String place) throws SQLException {
        try (Connection connection = database.connect();
                var update = connection.prepareStatement(
                        "update business set premises = json_set(premises, '$[0].text', ?)" + " where biz_id = ?")) {
            update.setString(1, place);
            update.setString(2, bizId);
            assertThat(update.executeUpdate()).isEqualTo(1);
        }
    }

    private Response ask(Map<String, Object> body) {
        return clerk.post("/businesses/" + bizId + "/premises-verifications", body);
    }

    private JsonPath list() {
        return clerk.get("/businesses/" + bizId + "/premises-verifications").jsonPath();
    }

    private String answer(String agency, Result result, EventContext context) {
        return agencies.outcome(bizId, agencies.says(bizId, verified(agency, result), context));
    }

    private static EventContext happened(Instant at, EventContext context) {
        return new EventContext(
                at, context.effectiveAt(), context.division(), context.correlationId(), context.causationId(), null);
    }

    private static Map<String, Object> premises(String division, String kind) {
        return Map.of("premises", Map.of("division", division, "text", "南环路8号", "kind", kind));
    }
}
