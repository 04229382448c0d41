package io.hutong.exchange;

import static io.hutong.exchange.Exchange.as;
import static io.hutong.exchange.Exchange.event;
import static io.hutong.exchange.Exchange.send;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.hutong.testing.HutongTestResource;
import io.hutong.testing.Register;
import io.hutong.testing.Register.Business;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = HutongTestResource.class, initArgs = @ResourceArg(name = "service", value = "exchange"))
@DisplayNameGeneration(ReplaceUnderscores.class)
class QuestionIT {
    private static Register register;
    private static boolean registered;

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
        Exchange.register("TOWN-620702102", List.of("town"));
        Exchange.grant("TOWN-620702102", List.of(Exchange.PREMISES), List.of("620702"));
        Exchange.register("TOWN-620702101", List.of("stranger"));
        Exchange.grant("TOWN-620702101", List.of(Exchange.PREMISES), List.of("620702"));
    }

    @AfterAll
    static void close() {
        register.close();
    }

    @Test
    void the_township_sees_what_it_is_asked_answers_it_and_sees_that_it_is_answered() {
        Business business = register.opened();
        String question = asked(business, LocalDate.of(2030, 1, 1));

        Response answer = send("town", verified(business, question));

        answer.then().statusCode(202).body("late", equalTo(false));
        questions("town", "open").then().body("items.id", not(hasItem(question)));
        questions("town", "answered")
                .then()
                .body("items.id", hasItem(question))
                .body(
                        "items.find { it.id == '" + question + "' }.answer.eventId",
                        equalTo(answer.<String>path("eventId")));
        as("town").get("/events/" + answer.path("eventId")).then().body("answers", equalTo(question));
    }

    @Test
    void a_question_is_put_to_the_agency_in_whose_division_the_place_lies() {
        Business business = register.opened();
        String question = asked(business, LocalDate.of(2030, 1, 1));
        questions("town", "open")
                .then()
                .body("items.find { it.id == '" + question + "' }.dueOn", equalTo("2030-01-01"))
                .body("items.find { it.id == '" + question + "' }.answerTypes", equalTo(List.of(Exchange.PREMISES)))
                .body("items.find { it.id == '" + question + "' }.content.premises.division", equalTo("620702102"));
        as("town").queryParam("state", "old").get("/questions").then().statusCode(422);
    }

    @Test
    void a_second_answer_an_answer_to_nothing_and_one_to_a_question_of_others_are_refused() {
        Business business = register.opened();
        String question = asked(business, LocalDate.of(2030, 1, 1));
        Map<String, Object> first = verified(business, question);
        String eventId = send("town", first).path("eventId");

        send("town", verified(business, question))
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:hutong:problem:question-answered"))
                .body("answeredBy", equalTo(eventId));
        send("town", first).then().statusCode(202).body("status", equalTo("duplicate"));
        send("town", verified(business, UUID.randomUUID().toString()))
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:hutong:problem:unknown-question"));
        Map<String, Object> toNothing = verified(business, question);
        toNothing.remove("causationid");
        send("town", toNothing).then().statusCode(422).body("type", equalTo("urn:hutong:problem:unknown-question"));
        Business another = register.opened();
        String other = asked(another, LocalDate.of(2030, 1, 1));
        send("town", verified(business, other))
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:hutong:problem:unknown-question"));
    }

    @Test
    void who_is_not_asked_does_not_answer() {
        Business business = register.opened();
        String question = asked(business, LocalDate.of(2030, 1, 1));
        Map<String, Object> answer = verified(business, question);
        answer.put("source", "/agencies/TOWN-620702101");
        Response refused = Exchange.asAgency("TOWN-620702101")
                .contentType(Exchange.STRUCTURED)
                .body(Exchange.json(answer))
                .post("/events");
        refused.then().statusCode(403).body("type", equalTo("urn:hutong:problem:question-of-others"));
    }

    @Test
    void an_answer_after_the_last_day_is_taken_and_marked_late() {
        Business business = register.opened();
        String question = asked(business, LocalDate.of(2026, 1, 5));
        Response answer = send("town", verified(business, question));
        answer.then().statusCode(202).body("late", equalTo(true));
        as("town").get("/events/" + answer.path("eventId")).then().body("late", equalTo(true));
        questions("town", "answered")
                .then()
                .body("items.find { it.id == '" + question + "' }.answer.late", equalTo(true));
    }

    private static String asked(Business business, LocalDate dueOn) {
        String question = register.ask(business, dueOn).header("ce_id");
        await("the question is known")
                .untilAsserted(() -> questions("town", "open").then().body("items.id", hasItem(question)));
        return question;
    }

    private static Response questions(String client, String state) {
        return as(client).queryParam("state", state).queryParam("limit", 200).get("/questions");
    }

    private static Map<String, Object> verified(Business business, String question) {
        Map<String, Object> event = event(
                "/agencies/TOWN-620702102",
                Exchange.PREMISES,
                business.uscc().value(),
                Map.of("result", "VERIFIED", "verifiedOn", "2026-11-20"));
        event.put("causationid", question);
        return event;
    }
}
