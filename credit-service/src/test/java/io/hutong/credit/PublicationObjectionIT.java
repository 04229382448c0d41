package io.hutong.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.hutong.events.BusinessStatus;
import io.hutong.events.CreditEvent.PublicationObjectionDecided;
import io.hutong.events.ObjectionResult;
import io.hutong.identity.OperatorTenureId;
import io.hutong.testing.Register;
import io.hutong.testing.Register.Business;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Objections against penalties that are shown and entries in the serious-violation list (NDRC Order 36 art. 18): against what, until when. */
@QuarkusTest
@CreditServers
@DisplayNameGeneration(ReplaceUnderscores.class)
class PublicationObjectionIT extends CreditDesks {
    private final PenaltyDesk penalties = new PenaltyDesk(officer);
    private final ObjectionDesk objections = new ObjectionDesk(officer, page);

    @BeforeEach
    void onTheNinthOfJuly() {
        on("2026-07-09");
    }

    @Test
    void one_without_ground_is_rejected_with_its_reason_and_may_be_brought_as_long_as_the_penalty_is_shown() {
        Business business = known();
        String penalty = penalties.publishedFine(business, "2026-07-01");
        on("2027-02-26");
        String id = objections
                .against(business, "PENALTY", penalty)
                .then()
                .statusCode(201)
                .extract()
                .path("objectionId");
        objections
                .against(business, "PENALTY", penalty)
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:hutong:problem:objection-pending"));
        objections.step(id, "ACCEPT").then().statusCode(200);
        objections.step(id, "REJECT").then().statusCode(422).body("violations.pointer", contains("/answer"));
        objections.step(id, "REJECT", "处罚决定书已依法送达").then().statusCode(200).body("dueOn", equalTo(null));
        page.get(ObjectionDesk.of(business)).then().body("items.answer", contains("处罚决定书已依法送达"));
        officer.get("/penalties/" + penalty).then().body("state", equalTo("PUBLISHED"));
        assertThat(stated.about(business, PublicationObjectionDecided.class, 1))
                .extracting(PublicationObjectionDecided::result)
                .containsExactly(ObjectionResult.REJECTED);

        String again = objections.against(business, "PENALTY", penalty).path("objectionId");
        page.post(ObjectionDesk.of(business) + "/" + again + "/withdrawal", null)
                .then()
                .statusCode(200)
                .body("state", equalTo("WITHDRAWN"));
        assertThat(stated.about(business, PublicationObjectionDecided.class, 2))
                .extracting(PublicationObjectionDecided::result)
                .containsExactly(ObjectionResult.REJECTED, ObjectionResult.WITHDRAWN);
    }

    @Test
    void what_is_not_shown_or_is_another_s_cannot_be_objected_to() {
        Business business = known();
        String recorded = penalties
                .records(business, PenaltyDesk.fine(8000, "2026-07-01"))
                .path("penaltyId");
        objections
                .against(business, "PENALTY", recorded)
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:hutong:problem:penalty-state"))
                .body("state", equalTo("RECORDED"));
        penalties.publishes(recorded).then().statusCode(200);
        String serious =
                penalties.listsSeriously(business, recorded, "2026-07-08").path("entryId");
        for (Map.Entry<String, String> wrong :
                Map.of("PENALTY", serious, "SERIOUS_ENTRY", recorded).entrySet()) {
            objections
                    .against(business, wrong.getKey(), wrong.getValue())
                    .then()
                    .statusCode(404);
        }
        objections.against(known(), "PENALTY", recorded).then().statusCode(404);
        penalties.withdraws(recorded, "ANNULLED", "2026-07-09").then().statusCode(200);
        objections.against(business, "PENALTY", recorded).then().statusCode(409).body("state", equalTo("ANNULLED"));
        objections
                .against(business, "SERIOUS_ENTRY", serious)
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:hutong:problem:already-removed"));
    }

    @Test
    void before_order_36_there_was_no_such_objection() {
        on("2026-03-31");
        Business business = known();
        String penalty = penalties.publishedFine(business, "2026-03-20");
        objections
                .against(business, "PENALTY", penalty)
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:hutong:problem:invalid-request"));
        on("2026-04-01");
        objections.against(business, "PENALTY", penalty).then().statusCode(201);
    }

    @Test
    void one_against_what_is_shown_on_goes_on_with_the_next_operator_and_is_taken_after_the_end_of_the_business() {
        Business business = known();
        String penalty = penalties.publishedFine(business, "2026-07-01");
        String id = objections.against(business, "PENALTY", penalty).path("objectionId");
        String other = penalties.publishedFine(business, "2026-07-01");
        String entry = officer.unreachable(business, "2026-07-08");
        objections
                .against(business, "ABNORMAL_ENTRY", entry)
                .then()
                .statusCode(201)
                .body("entryId", equalTo(entry));
        register.stream.publish(business.id(), Register.passed(business, new OperatorTenureId(UUID.randomUUID())));
        await("the officer sees that another operator filed it")
                .atMost(Duration.ofSeconds(30))
                .until(() -> officer.get("/objections/" + id).path("formerOperator"));
        register.stream.publish(business.id(), Register.deregistered(business));
        await("the business is known to have left")
                .atMost(Duration.ofSeconds(30))
                .until(() -> objections
                        .against(business, "ABNORMAL_ENTRY", entry)
                        .path("type")
                        .equals("urn:hutong:problem:business-ended"));
        officer.get("/objections/" + id).then().body("state", equalTo("FILED"));
        objections.against(business, "PENALTY", other).then().statusCode(201).body("state", equalTo("FILED"));
        objections.findWrong(id);
        objections.step(id, "CORRECT").then().statusCode(200);
        PlatformStandIn.awaitShown(penalty, false);
    }

    @Test
    void one_against_what_is_shown_no_longer_ends_with_the_business() {
        Business business = known();
        String penalty = penalties.publishedFine(business, "2026-07-01");
        String id = objections.against(business, "PENALTY", penalty).path("objectionId");
        register.stream.publish(business.id(), Register.annulled(business, BusinessStatus.REGISTRATION_ANNULLED));
        await("the objection ends")
                .atMost(Duration.ofSeconds(30))
                .until(() -> officer.get("/objections/" + id).path("state").equals("BUSINESS_ENDED"));
        objections
                .against(business, "PENALTY", penalty)
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:hutong:problem:business-ended"));
        assertThat(stated.about(business, PublicationObjectionDecided.class, 1))
                .extracting(PublicationObjectionDecided::result)
                .containsExactly(ObjectionResult.BUSINESS_ENDED);
    }
}
