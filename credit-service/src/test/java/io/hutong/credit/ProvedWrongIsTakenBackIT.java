package io.hutong.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.hamcrest.Matchers.equalTo;

import io.hutong.credit.consent.TestBanks;
import io.hutong.events.CreditEvent.PenaltyWithdrawn;
import io.hutong.events.CreditEvent.PublicationObjectionDecided;
import io.hutong.events.CreditEvent.PublicationObjectionFiled;
import io.hutong.events.CreditEvent.SeriousListingRevoked;
import io.hutong.events.CreditEvent.SeriousRemoved;
import io.hutong.events.FilingChannel;
import io.hutong.events.ObjectionResult;
import io.hutong.events.PenaltyFall;
import io.hutong.events.RepairTarget;
import io.hutong.testing.Register.Business;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What proves wrong on an objection goes, wherever it is shown, with what rests on it (NDRC Order 36 art. 18). */
@QuarkusTest
@CreditServers
@DisplayNameGeneration(ReplaceUnderscores.class)
class ProvedWrongIsTakenBackIT extends CreditDesks {
    private final PenaltyDesk penalties = new PenaltyDesk(officer);
    private final ObjectionDesk objections = new ObjectionDesk(officer, page);
    private final BankDesk bank = BankDesk.another(TestBanks.PREFIX + "O");

    @Test
    void a_penalty_that_proves_wrong_is_withdrawn_everywhere_with_the_listing_that_rests_on_it_and_recorded_anew() {
        on("2026-07-07");
        Business business = known();
        bank.follows(business).then().statusCode(200);
        Map<String, Object> decision = PenaltyDesk.fine(8000, "2026-07-01");
        String penalty = penalties.records(business, decision).path("penaltyId");
        penalties.publishes(penalty).then().statusCode(200);
        String serious =
                penalties.listsSeriously(business, penalty, "2026-07-07").path("entryId");
        PlatformStandIn.awaitShown(penalty, true);
        on("2026-07-09");
        String id = objections
                .against(business, "PENALTY", penalty)
                .then()
                .statusCode(201)
                .body("target", equalTo("PENALTY"))
                .body("targetId", equalTo(penalty))
                .body("entryId", equalTo(null))
                .body("state", equalTo("FILED"))
                .body("dueOn", equalTo("2026-07-14"))
                .extract()
                .path("objectionId");
        assertThat(stated.about(business, PublicationObjectionFiled.class, 1))
                .extracting(
                        filed -> filed.targetId().value(),
                        PublicationObjectionFiled::target,
                        PublicationObjectionFiled::channel,
                        PublicationObjectionFiled::filedOn)
                .containsExactly(tuple(penalty, RepairTarget.PENALTY, FilingChannel.ONLINE, LocalDate.of(2026, 7, 9)));
        objections.step(id, "ACCEPT").then().statusCode(200).body("dueOn", equalTo("2026-07-20"));
        objections.step(id, "FIND_WRONG").then().statusCode(200).body("dueOn", equalTo("2026-07-14"));
        officer.get("/penalties/" + penalty).then().body("state", equalTo("PUBLISHED"));

        objections.step(id, "CORRECT", "处罚金额公示有误，已撤下").then().statusCode(200).body("state", equalTo("CORRECTED"));
        officer.get("/penalties/" + penalty)
                .then()
                .body("state", equalTo("PROVED_WRONG"))
                .body("endedOn", equalTo("2026-07-09"));
        officer.get("/serious-entries/" + serious).then().body("removalMode", equalTo("PENALTY_WITHDRAWN"));
        PlatformStandIn.awaitShown(penalty, false);
        PlatformStandIn.awaitShown(serious, false);
        assertThat(bank.changes("").getList("items.findAll { it.facts.penaltyId == '" + penalty + "' }.kind"))
                .containsExactly("PENALTY_PUBLISHED", "PENALTY_WITHDRAWN");
        assertThat(bank.changes("").getList("items.findAll { it.facts.penaltyId == '" + penalty + "' }.facts.why"))
                .containsExactly(null, "PROVED_WRONG");
        assertThat(stated.about(business, PublicationObjectionDecided.class, 1))
                .extracting(decided -> decided.targetId().value(), PublicationObjectionDecided::result)
                .containsExactly(tuple(penalty, ObjectionResult.UPHELD));
        assertThat(stated.about(business, PenaltyWithdrawn.class, 1))
                .extracting(PenaltyWithdrawn::reason, PenaltyWithdrawn::withdrawnOn)
                .containsExactly(tuple(PenaltyFall.CHANGED, LocalDate.of(2026, 7, 9)));
        assertThat(stated.bodies(business)).doesNotContain("公示有误", "金额");

        on("2026-08-10");
        decision.put("amount", 9000);
        String anew = penalties.recorded(business, decision);
        penalties
                .publishes(anew)
                .then()
                .statusCode(200)
                .body("shownFrom", equalTo("2026-07-07"))
                .body("shownTo", equalTo("2027-07-07"))
                .body("shortestEndsOn", equalTo("2026-10-07"));
        PlatformStandIn.awaitShown(anew, true);
        penalties
                .records(business, decision)
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:hutong:problem:penalty-recorded"));
        // the decision to list is the same, whatever day is written on it now
        penalties
                .listsSeriously(business, anew, "2026-08-10")
                .then()
                .statusCode(201)
                .body("shortestEndsOn", equalTo("2027-07-07"))
                .body("leavesOn", equalTo("2029-07-08"));
    }

    @Test
    void a_listing_that_proves_wrong_is_revoked_everywhere_and_its_penalty_stands() {
        on("2026-07-09");
        Business business = known();
        bank.follows(business).then().statusCode(200);
        String penalty = penalties.publishedFine(business, "2026-07-01");
        String serious =
                penalties.listsSeriously(business, penalty, "2026-07-08").path("entryId");
        PlatformStandIn.awaitShown(serious, true);
        String id = objections.against(business, "SERIOUS_ENTRY", serious).path("objectionId");
        objections.findWrong(id);
        objections.step(id, "CORRECT").then().statusCode(200);

        officer.get("/serious-entries/" + serious)
                .then()
                .body("removalMode", equalTo("OBJECTION"))
                .body("removedOn", equalTo("2026-07-09"));
        officer.get("/penalties/" + penalty).then().body("state", equalTo("PUBLISHED"));
        PlatformStandIn.awaitShown(serious, false);
        PlatformStandIn.awaitShown(penalty, true);
        assertThat(stated.about(business, SeriousListingRevoked.class, 1))
                .extracting(
                        revoked -> revoked.entryId().value(),
                        SeriousListingRevoked::revokedOn,
                        SeriousListingRevoked::stillListed)
                .containsExactly(tuple(serious, LocalDate.of(2026, 7, 9), false));
        assertThat(stated.about(business, SeriousRemoved.class)).isEmpty();
        assertThat(bank.changes("").getList("items.findAll { it.facts.entryId == '" + serious + "' }.facts.why"))
                .containsExactly(null, "OBJECTION");
        assertThat(bank.changes("").getList("items.findAll { it.facts.entryId == '" + serious + "' }.kind"))
                .containsExactly("SERIOUS_LISTED", "SERIOUS_REMOVED");
    }

    @Test
    void a_penalty_that_fell_meanwhile_is_not_withdrawn_twice() {
        on("2026-07-09");
        Business business = known();
        String penalty = penalties.publishedFine(business, "2026-07-01");
        String id = objections.against(business, "PENALTY", penalty).path("objectionId");
        objections.findWrong(id);
        penalties.withdraws(penalty, "ANNULLED", "2026-07-09").then().statusCode(200);
        objections.step(id, "CORRECT").then().statusCode(200).body("state", equalTo("CORRECTED"));
        stated.about(business, PublicationObjectionDecided.class, 1);
        assertThat(stated.about(business, PenaltyWithdrawn.class))
                .extracting(PenaltyWithdrawn::reason)
                .containsExactly(PenaltyFall.ANNULLED);
    }
}
