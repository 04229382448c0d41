package io.hutong.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.hutong.credit.consent.TestBanks;
import io.hutong.events.CreditEvent.AbnormalListed;
import io.hutong.events.CreditEvent.AbnormalPublicationEnded;
import io.hutong.events.CreditEvent.AbnormalRemoved;
import io.hutong.events.CreditEvent.ProfileUpdated;
import io.hutong.testing.Register;
import io.hutong.testing.Register.Business;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What banks and platforms are told of entries from before this system: what is public today, and nothing that was once. */
@QuarkusTest
@CreditServers
@DisplayNameGeneration(ReplaceUnderscores.class)
class ExistingEntriesToldIT extends CreditDesks {
    private static final String HEADER = "list,uscc,ground,reportYear,decisionNo,decidedOn,officer,consentNo,penaltyNo,"
            + "penaltyKind,penaltyAmount,penaltyProcedure,penaltyDecidedOn\n";

    private final BankDesk bank = BankDesk.another(TestBanks.next());

    @BeforeEach
    void inAugust() {
        on("2026-08-03");
    }

    @Test
    void a_bank_hears_nothing_of_an_entry_whose_days_of_being_shown_were_over_neither_now_nor_at_its_end() {
        Business business = known();
        bank.follows(business).then().statusCode(200);
        loads(line(business, "ABN_REPORT", "2023", "2024-07-05"));

        assertThat(stated.about(business, AbnormalListed.class, 1))
                .extracting(AbnormalListed::publishTo)
                .containsExactly(LocalDate.of(2025, 6, 30));
        assertThat(stated.about(business, AbnormalPublicationEnded.class, 1))
                .extracting(AbnormalPublicationEnded::endedOn)
                .containsExactly(LocalDate.of(2025, 7, 1));
        String entry = officer.get("/businesses/" + business.id() + "/abnormal-entries")
                .path("items[0].entryId");
        officer.get("/publications/" + entry).then().body("items.size()", equalTo(0));
        assertThat(bank.looksAt(business).jsonPath().getList("facts.findAll { it.field == 'abnormalEntry' }"))
                .isEmpty();

        new ObjectionDesk(officer, page)
                .against(business, "ABNORMAL_ENTRY", entry)
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:hutong:problem:objection-too-late"));
        register.stream.publish(business.id(), Register.deregistered(business));
        await("it left")
                .atMost(Duration.ofSeconds(30))
                .until(() -> officer.removes(entry, "CURED").statusCode() == 200);
        stated.about(business, AbnormalRemoved.class, 1);
        assertThat(bank.changes("").getList("items.kind"))
                .isNotEmpty()
                .doesNotContain("ABNORMAL_LISTED", "ABNORMAL_PUBLICATION_ENDED", "ABNORMAL_REMOVED");
        assertThat(stated.about(business, ProfileUpdated.class))
                .extracting(ProfileUpdated::changed)
                .doesNotContain(List.of("abnormalEntry"));
        assertThat(stated.about(business, AbnormalPublicationEnded.class)).hasSize(1);
    }

    @Test
    void a_bank_hears_of_an_entry_that_is_public_today_and_credit_china_shows_it_only_within_its_three_months() {
        Business old = known();
        Business recent = known();
        bank.follows(old, recent).then().statusCode(200);
        loads(line(old, "ABN_UNREACHABLE", "", "2026-01-12") + line(recent, "ABN_UNREACHABLE", "", "2026-07-06"));

        String entryOfOld =
                stated.about(old, AbnormalListed.class, 1).get(0).entryId().value();
        String entryOfRecent =
                stated.about(recent, AbnormalListed.class, 1).get(0).entryId().value();
        PlatformStandIn.awaitShown(entryOfRecent, true);
        await("it is shown")
                .atMost(Duration.ofSeconds(30))
                .until(() -> PlatformStandIn.of("GSX").shows(entryOfOld));
        officer.get("/publications/" + entryOfOld).then().body("items.platform", equalTo(List.of("GSX")));
        assertThat(PlatformStandIn.of("XCN").about(entryOfOld)).isEmpty();
        assertThat(bank.changes("").getList("items.kind")).containsExactly("ABNORMAL_LISTED", "ABNORMAL_LISTED");
        assertThat(bank.looksAt(old).jsonPath().getList("facts.findAll { it.field == 'abnormalEntry' }.value"))
                .containsExactly("ABN_UNREACHABLE");
    }

    private static String line(Business business, String ground, String year, String decidedOn) {
        return "ABNORMAL," + business.uscc() + "," + ground + "," + year + ",甘市监列异字〔旧〕"
                + business.id().value().substring(24) + "号," + decidedOn + ",620702-0009,,,,,,\n";
    }

    /** Until the file is finished, and every line of it taken. */
    private void loads(String lines) {
        String location = officer.request()
                .contentType("text/csv; charset=UTF-8")
                .body(HEADER + lines)
                .post("/existing-entries-imports")
                .then()
                .statusCode(202)
                .extract()
                .header("Location");
        String path = location.substring(location.indexOf("/existing-entries-imports"));
        await("the file is finished")
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> officer.get(path)
                        .then()
                        .body("state", equalTo("FINISHED"))
                        .body("taken", equalTo((int) lines.lines().count()))
                        .body("refused", equalTo(0)));
    }
}
