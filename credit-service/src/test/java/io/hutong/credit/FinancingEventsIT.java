package io.hutong.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;

import io.hutong.events.AgencyCode;
import io.hutong.events.CreditEvent.AbnormalListed;
import io.hutong.events.CreditEvent.FinancingDemandRegistered;
import io.hutong.events.CreditEvent.ProfileAccessed;
import io.hutong.events.FinancingWish;
import io.hutong.events.ProfileLook;
import io.hutong.identity.DemandId;
import io.hutong.messaging.Unsealer;
import io.hutong.testing.Register.Business;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** That a business looks for money is stated, and every look of a bank at it: which bank and how much, under seal. */
@QuarkusTest
@CreditServers
@DisplayNameGeneration(ReplaceUnderscores.class)
class FinancingEventsIT extends CreditDesks {
    private static final AgencyCode BANK_A = AgencyCode.of("FI-620702-BANKA");
    private static final Instant AUGUST = Instant.parse("2026-08-03T02:00:00Z");

    private final BankDesk bank = BankDesk.a();

    @Inject
    Unsealer unsealer;

    @BeforeEach
    void inAugust() {
        clock.startAt(AUGUST);
    }

    @Test
    void a_demand_and_each_look_at_it_are_stated_with_the_bank_under_seal() {
        Business business = known();
        Response stating = page.post(
                "/businesses/" + business.id() + "/financing-demands",
                Map.of(
                        "band",
                        "TO_200K",
                        "use",
                        "STOCK",
                        "months",
                        18,
                        "recipients",
                        List.of("FI-620702-BANKA", "FI-620702-BANKB"),
                        "evidence",
                        "sign/2026/0803-3"));
        String demandId = stating.then().statusCode(201).extract().path("demandId");
        FinancingDemandRegistered registered =
                stated.about(business, FinancingDemandRegistered.class, 1).get(0);
        assertThat(registered.demandId()).isEqualTo(DemandId.of(demandId));
        assertThat(registered.uscc()).isEqualTo(business.uscc());
        assertThat(registered.tenureId()).isEqualTo(business.tenure());
        assertThat(unsealer.open(registered.wish(), FinancingWish.class))
                .isEqualTo(
                        new FinancingWish(List.of(BANK_A, AgencyCode.of("FI-620702-BANKB")), "TO_200K", "STOCK", 18));

        bank.get("/financing-demands?limit=200").then().statusCode(200).body("items.demandId", hasItem(demandId));
        bank.post("/financing-demands/" + demandId + "/progress", Map.of("stage", "TAKEN_UP"))
                .then()
                .statusCode(200);
        List<ProfileAccessed> accesses = stated.about(business, ProfileAccessed.class, 2);
        assertThat(accesses)
                .extracting(access -> unsealer.open(access.look(), ProfileLook.class))
                .allSatisfy(look -> {
                    assertThat(look.organisation()).isEqualTo(BANK_A);
                    assertThat(look.purpose()).isEqualTo("LOAN_APPLICATION");
                    assertThat(look.fields()).containsExactly("financingDemand");
                    assertThat(look.consentId()).isNull();
                    assertThat(look.at()).isBetween(AUGUST, AUGUST.plusSeconds(300));
                });
        assertThat(accesses).hasSize(2);
        assertThat(stated.bodies(business)).doesNotContain("BANK", "TO_200K", "STOCK");
    }

    @Test
    void a_demand_that_is_refused_is_not_stated() {
        Business business = known();
        page.post(
                        "/businesses/" + business.id() + "/financing-demands",
                        Map.of(
                                "band",
                                "MUCH",
                                "use",
                                "STOCK",
                                "months",
                                12,
                                "recipients",
                                List.of("FI-620702-BANKA"),
                                "evidence",
                                "sign/2026/0803-4"))
                .then()
                .statusCode(422);
        officer.unreachable(business, "2026-07-20");
        stated.about(business, AbnormalListed.class, 1);
        assertThat(stated.about(business, FinancingDemandRegistered.class)).isEmpty();
    }

    @Test
    void the_next_page_begins_behind_the_last_demand_of_the_page_before() {
        Business business = known();
        for (String evidence : List.of("sign/2026/0803-5", "sign/2026/0803-6")) {
            page.post(
                            "/businesses/" + business.id() + "/financing-demands",
                            Map.of(
                                    "band",
                                    "TO_200K",
                                    "use",
                                    "STOCK",
                                    "months",
                                    6,
                                    "recipients",
                                    List.of("FI-620702-BANKB"),
                                    "evidence",
                                    evidence))
                    .then()
                    .statusCode(201);
        }
        BankDesk other = BankDesk.b();
        Response first = other.get("/financing-demands?limit=1");
        Response second = other.get("/financing-demands?limit=1&cursor=" + first.path("next"));
        String before = first.path("items[0].demandId");
        String after = second.path("items[0].demandId");
        assertThat(after).isGreaterThan(before);
    }
}
