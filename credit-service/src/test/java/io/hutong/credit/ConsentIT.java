package io.hutong.credit;

import static io.hutong.credit.Desk.report;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;

import io.hutong.credit.consent.EndOutlived;
import io.hutong.events.AgencyCode;
import io.hutong.events.ConsentScope;
import io.hutong.events.CreditEvent.ConsentEnded;
import io.hutong.events.CreditEvent.ConsentEnded.Why;
import io.hutong.events.CreditEvent.ConsentGranted;
import io.hutong.identity.BizId;
import io.hutong.identity.ConsentId;
import io.hutong.identity.OperatorTenureId;
import io.hutong.messaging.Unsealer;
import io.hutong.testing.Register;
import io.hutong.testing.Register.Business;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Consents of businesses: how they are given, and everything that ends them. */
@QuarkusTest
@CreditServers
@DisplayNameGeneration(ReplaceUnderscores.class)
class ConsentIT extends CreditDesks {
    private static final Instant AUGUST = Instant.parse("2026-08-03T02:00:00Z");

    private final BankDesk bank = BankDesk.a();

    @Inject
    Unsealer unsealer;

    @Inject
    EndOutlived worker;

    @BeforeEach
    void inAugust() {
        clock.startAt(AUGUST);
    }

    @Test
    void a_consent_is_kept_with_all_its_terms_and_stated_without_the_bank() {
        Business business = known();
        String consentId = gives(business, terms())
                .then()
                .statusCode(201)
                .body("recipient", equalTo("FI-620702-BANKA"))
                .body("purpose", equalTo("LOAN_APPLICATION"))
                .body("fields", contains("turnover", "employees"))
                .body("from", equalTo("2026-08-03"))
                .body("to", equalTo("2026-10-31"))
                .body("maxCalls", equalTo(10))
                .body("callsMade", equalTo(0))
                .body("status", equalTo("ACTIVE"))
                .extract()
                .path("consentId");
        ConsentGranted granted = stated.about(business, ConsentGranted.class, 1).get(0);
        assertThat(granted)
                .isEqualTo(new ConsentGranted(
                        ConsentId.of(consentId),
                        business.uscc(),
                        business.tenure(),
                        granted.scope(),
                        LocalDate.of(2026, 8, 3),
                        LocalDate.of(2026, 10, 31)));
        assertThat(unsealer.open(Objects.requireNonNull(granted.scope()), ConsentScope.class))
                .isEqualTo(new ConsentScope(
                        AgencyCode.of("FI-620702-BANKA"), "LOAN_APPLICATION", List.of("turnover", "employees")));
        assertThat(stated.bodies(business)).doesNotContain("BANKA").doesNotContain("LOAN");
    }

    @Test
    void a_newer_consent_for_the_same_purpose_takes_the_place_of_the_former_one() {
        Business business = known();
        String former = gives(business, terms()).path("consentId");
        Map<String, Object> narrower = terms();
        narrower.put("fields", List.of("employees"));
        gives(business, narrower).then().statusCode(201);
        Map<String, Object> other = terms();
        other.put("purpose", "POST_LOAN");
        gives(business, other).then().statusCode(201);

        assertThat(statuses(business)).containsExactly("SUPERSEDED", "ACTIVE", "ACTIVE");
        assertThat(stated.about(business, ConsentEnded.class, 1))
                .extracting(ConsentEnded::consentId, ConsentEnded::tenureId, ConsentEnded::why)
                .containsExactly(tuple(ConsentId.of(former), business.tenure(), Why.SUPERSEDED));
        bank.looksAt(business, "turnover").then().body("consented.outcome", equalTo("FIELD_NOT_CONSENTED"));
    }

    @Test
    void one_that_is_renewed_early_holds_until_the_day_on_which_the_newer_one_begins() {
        Business business = known();
        page.files(business.id(), report(2025)).then().statusCode(200);
        String running = gives(business, terms()).path("consentId");
        String renewed = gives(business, lasting("2026-09-01", "2026-12-31")).path("consentId");
        assertThat(statuses(business)).containsExactly("ACTIVE", "ACTIVE");
        usesOf(running, business);

        clock.startAt(Instant.parse("2026-08-31T15:59:00Z"));
        worker.end(worker.outlived(null, 1000));
        usesOf(running, business);
        clock.startAt(Instant.parse("2026-08-31T16:00:00Z"));
        usesOf(renewed, business);
        await("the former one is noted as superseded")
                .atMost(Duration.ofSeconds(30))
                .until(() -> {
                    worker.end(worker.outlived(null, 1000));
                    return statuses(business).equals(List.of("SUPERSEDED", "ACTIVE"));
                });
        assertThat(stated.about(business, ConsentEnded.class, 1))
                .extracting(ConsentEnded::consentId, ConsentEnded::why)
                .containsExactly(tuple(ConsentId.of(running), Why.SUPERSEDED));
        withdraws(business, renewed).then().statusCode(200);
        bank.looksAt(business, "turnover").then().body("consented.outcome", equalTo("CONSENT_WITHDRAWN"));
    }

    @Test
    void a_withdrawal_of_the_newer_one_brings_back_no_former_one_that_it_took_the_place_of() {
        Business business = known();
        gives(business, terms()).then().statusCode(201);
        String renewed = gives(business, lasting("2026-09-01", "2026-12-31")).path("consentId");
        clock.startAt(Instant.parse("2026-09-01T02:00:00Z"));
        withdraws(business, renewed).then().statusCode(200);
        assertThat(statuses(business)).containsExactly("SUPERSEDED", "WITHDRAWN");
        bank.looksAt(business, "turnover").then().body("consented.outcome", equalTo("CONSENT_WITHDRAWN"));
    }

    @Test
    void one_that_has_not_begun_may_be_withdrawn_or_renewed_without_harm_to_the_running_one() {
        Business business = known();
        page.files(business.id(), report(2025)).then().statusCode(200);
        String running = gives(business, terms()).path("consentId");
        String taken = gives(business, lasting("2026-09-01", "2026-12-31")).path("consentId");
        withdraws(business, taken).then().statusCode(200);
        usesOf(running, business);
        gives(business, lasting("2026-10-01", "2026-12-31")).then().statusCode(201);
        gives(business, lasting("2026-09-15", "2026-12-31")).then().statusCode(201);
        gives(business, lasting("2026-09-20", "2026-12-31")).then().statusCode(201);
        assertThat(statuses(business)).containsExactly("ACTIVE", "WITHDRAWN", "SUPERSEDED", "ACTIVE", "ACTIVE");
        usesOf(running, business);
        withdraws(business, running).then().statusCode(200);
        bank.looksAt(business, "turnover").then().body("consented.outcome", equalTo("CONSENT_NOT_YET_VALID"));
        gives(business, terms()).then().statusCode(201);
        assertThat(statuses(business))
                .containsExactly("WITHDRAWN", "WITHDRAWN", "SUPERSEDED", "SUPERSEDED", "SUPERSEDED", "ACTIVE");
    }

    @Test
    void another_operator_is_not_bound_by_it_and_does_not_see_it_and_nothing_of_the_former_one_is_shown() {
        Business business = known();
        page.files(business.id(), report(2025)).then().statusCode(200);
        String consentId = gives(business, terms()).path("consentId");
        bank.looksAt(business, "turnover").then().body("consented.outcome", equalTo("DELIVERED"));
        register.stream.publish(business.id(), Register.passed(business, new OperatorTenureId(UUID.randomUUID())));

        assertThat(stated.about(business, ConsentEnded.class, 1))
                .extracting(ConsentEnded::consentId, ConsentEnded::tenureId, ConsentEnded::why)
                .containsExactly(tuple(ConsentId.of(consentId), business.tenure(), Why.OPERATOR_CHANGED));
        assertThat(statuses(business)).containsExactly("ENDED");
        page.get(consentsOf(business.id())).then().body("items", equalTo(List.of()));
        page.get("/businesses/" + business.id() + "/looks").then().body("items", equalTo(List.of()));
        bank.looksAt(business, "turnover")
                .then()
                .body("consented.outcome", equalTo("CONSENT_ENDED"))
                .body("consented.facts", equalTo(List.of()))
                .body("facts.find { it.field == 'changes' }.value", equalTo("1"));

        gives(business, terms()).then().statusCode(201);
        bank.looksAt(business, "turnover")
                .then()
                .body("consented.outcome", equalTo("DELIVERED"))
                .body("consented.facts", equalTo(List.of()));
    }

    @Test
    void the_end_of_the_business_ends_it() {
        Business business = known();
        gives(business, terms()).then().statusCode(201);
        register.stream.publish(business.id(), Register.deregistered(business));
        assertThat(stated.about(business, ConsentEnded.class, 1).get(0).why()).isEqualTo(Why.BUSINESS_ENDED);
        assertThat(statuses(business)).containsExactly("ENDED");
        gives(business, terms()).then().statusCode(409).body("type", equalTo("urn:hutong:problem:business-ended"));
        bank.looksAt(business, "turnover").then().body("consented.outcome", equalTo("CONSENT_ENDED"));
    }

    @Test
    void its_last_day_ends_it_even_before_anybody_has_noted_so() {
        Business business = known();
        gives(business, terms()).then().statusCode(201);
        clock.startAt(Instant.parse("2026-10-31T15:59:00Z"));
        bank.looksAt(business, "turnover").then().body("consented.outcome", equalTo("DELIVERED"));
        clock.startAt(Instant.parse("2026-10-31T16:00:00Z"));
        bank.looksAt(business, "turnover").then().body("consented.outcome", equalTo("CONSENT_EXPIRED"));

        await("noted").atMost(Duration.ofSeconds(30)).until(() -> {
            worker.end(worker.outlived(null, 1000));
            return statuses(business).equals(List.of("EXPIRED"));
        });
        assertThat(stated.about(business, ConsentEnded.class, 1).get(0).why()).isEqualTo(Why.EXPIRED);
        bank.looksAt(business, "turnover").then().body("consented.outcome", equalTo("CONSENT_EXPIRED"));
    }

    @Test
    void wrong_terms_are_told_all_at_once_and_nothing_is_given() {
        Business business = known();
        gives(
                        business,
                        Map.of(
                                "recipient",
                                "FI-620702-STRANGER",
                                "purpose",
                                "CURIOSITY",
                                "fields",
                                List.of("turnover", "contactPhone"),
                                "from",
                                "2026-08-02",
                                "to",
                                "2028-01-01",
                                "maxCalls",
                                0,
                                "evidence",
                                ""))
                .then()
                .statusCode(422)
                .body(
                        "violations.pointer",
                        containsInAnyOrder(
                                "/recipient", "/purpose", "/fields", "/from", "/to", "/maxCalls", "/evidence"));
        gives(business, Map.of()).then().statusCode(422);
        assertThat(statuses(business)).isEmpty();
        page.get(consentsOf(new BizId(UUID.randomUUID()))).then().statusCode(404);
    }

    @Test
    void a_consent_is_withdrawn_by_its_own_business_only() {
        Business business = known();
        Business other = known();
        String consentId = gives(business, terms()).path("consentId");
        page.post(consentsOf(other.id()) + "/" + consentId + "/withdrawal", null)
                .then()
                .statusCode(404);
        officer.post(consentsOf(business.id()) + "/" + consentId + "/withdrawal", null)
                .then()
                .statusCode(403);
        assertThat(statuses(business)).containsExactly("ACTIVE");
    }

    private List<String> statuses(Business business) {
        return officer.get(consentsOf(business.id())).jsonPath().getList("items.status");
    }

    private Response gives(Business business, Map<String, Object> terms) {
        return page.post(consentsOf(business.id()), terms);
    }

    private void usesOf(String consentId, Business business) {
        bank.looksAt(business, "turnover")
                .then()
                .body("consented.outcome", equalTo("DELIVERED"))
                .body("consented.consentId", equalTo(consentId));
    }

    private Response withdraws(Business business, String consentId) {
        return page.post(consentsOf(business.id()) + "/" + consentId + "/withdrawal", null);
    }

    private static Map<String, Object> lasting(String from, String to) {
        Map<String, Object> terms = terms();
        terms.put("from", from);
        terms.put("to", to);
        return terms;
    }

    private static String consentsOf(BizId bizId) {
        return "/businesses/" + bizId + "/consents";
    }

    /** What a demonstration bank may be told in August. */
    static Map<String, Object> terms() {
        Map<String, Object> terms = new LinkedHashMap<>();
        terms.put("recipient", "FI-620702-BANKA");
        terms.put("purpose", "LOAN_APPLICATION");
        terms.put("fields", List.of("turnover", "employees"));
        terms.put("from", "2026-08-03");
        terms.put("to", "2026-10-31");
        terms.put("maxCalls", 10);
        terms.put("evidence", "sign/2026/0803-1");
        return terms;
    }
}
