package io.hutong.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.hutong.events.AbnormalGround;
import io.hutong.events.CreditEvent.AbnormalListed;
import io.hutong.events.CreditEvent.AbnormalPublicationEnded;
import io.hutong.events.CreditEvent.SeriousListed;
import io.hutong.events.SeriousGround;
import io.hutong.testing.Register.Business;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Who was on a list before this system is taken over from a file: stated like every entry, under its own number and day. */
@QuarkusTest
@CreditServers
@DisplayNameGeneration(ReplaceUnderscores.class)
class ExistingEntriesIT extends CreditDesks {
    private static final String HEADER = "list,uscc,ground,reportYear,decisionNo,decidedOn,officer,consentNo,penaltyNo,"
            + "penaltyKind,penaltyAmount,penaltyProcedure,penaltyDecidedOn\n";

    @BeforeEach
    void inAugust() {
        on("2026-08-03");
    }

    @Test
    void entries_of_both_lists_are_stated_and_nothing_counts_twice() {
        Business late = known();
        Business serious = known();
        String abnormalLine =
                "ABNORMAL," + late.uscc() + ",ABN_REPORT,2023,甘市监列异字〔2024〕77号,2024-07-05,620702-0009,,,,,,\n";
        String seriousLine = "SERIOUS," + serious.uscc() + ",SAFETY,,甘市监严列字〔2025〕2号,2025-03-04,620702-0009,"
                + "张市监复〔2025〕1号,甘市监处罚〔2025〕5号,FINE,80000,ORDINARY,2025-02-10\n";
        String path = loads(HEADER + abnormalLine + seriousLine, 2, 0);
        AbnormalListed listed = stated.about(late, AbnormalListed.class, 1).get(0);
        assertThat(listed)
                .isEqualTo(new AbnormalListed(
                        listed.entryId(),
                        late.uscc(),
                        AbnormalGround.ABN_REPORT,
                        2023,
                        "甘市监列异字〔2024〕77号",
                        LocalDate.of(2024, 7, 5),
                        LocalDate.of(2024, 7, 5),
                        LocalDate.of(2025, 6, 30)));
        SeriousListed put = stated.about(serious, SeriousListed.class, 1).get(0);
        assertThat(put)
                .isEqualTo(new SeriousListed(
                        put.entryId(),
                        serious.uscc(),
                        SeriousGround.SAFETY,
                        put.penaltyId(),
                        "甘市监严列字〔2025〕2号",
                        LocalDate.of(2025, 3, 4),
                        LocalDate.of(2028, 3, 5)));
        officer.get("/businesses/" + late.id() + "/abnormal-entries")
                .then()
                .body("items.listing.by", contains("620702-0009"));
        // its days of being shown were over before
        assertThat(stated.about(late, AbnormalPublicationEnded.class, 1).get(0).endedOn())
                .isEqualTo(LocalDate.of(2025, 7, 1));
        assertThat(PlatformStandIn.of("GSX").about(listed.entryId().value())).isEmpty();

        assertThat(loads(HEADER + abnormalLine + seriousLine, 2, 0)).isEqualTo(path);
        loads(HEADER + seriousLine + abnormalLine, 0, 0);
        assertThat(stated.about(late, AbnormalListed.class)).hasSize(1);
        assertThat(stated.about(serious, SeriousListed.class)).hasSize(1);
    }

    @Test
    void a_file_that_is_loaded_again_brings_nobody_back_whose_penalty_fell_or_listing_proved_wrong() {
        var penalties = new PenaltyDesk(officer);
        Business annulled = known();
        Business wrong = known();
        String first = line(annulled, "甘市监严列字〔2025〕3号", "甘市监处罚〔2025〕6号");
        String second = line(wrong, "甘市监严列字〔2025〕4号", "甘市监处罚〔2025〕7号");
        loads(HEADER + first + second, 2, 0);
        penalties
                .withdraws(penaltyOf(annulled), "ANNULLED", "2026-08-03")
                .then()
                .statusCode(200);
        revoked(wrong);

        loads(HEADER + second + first, 0, 0);
        for (Business business : List.of(annulled, wrong)) {
            officer.get("/businesses/" + business.id() + "/serious-entries")
                    .then()
                    .body("items.open", contains(false));
            officer.get("/businesses/" + business.id() + "/penalties").then().body("items.size()", equalTo(1));
        }
    }

    @Test
    void a_line_that_is_wrong_is_named_and_the_others_are_taken() {
        Business right = known();
        String uscc = right.uscc().value();
        String path = loads(
                HEADER
                        + "ABNORMAL," + uscc + ",ABN_UNREACHABLE,2023,甘市监列异字〔2024〕78号,2024-07-05,620702-0009,,,,,,\n"
                        + "BLACK," + uscc + ",ABN_UNREACHABLE,,号,2024-07-05,620702-0009,,,,,,\n"
                        + "SERIOUS," + uscc + ",SAFETY,,号,2025-03-04,620702-0009,,罚1,FINE,1,ORDINARY,2025-02-10\n"
                        + "SERIOUS," + uscc + ",SAFETY,,号,2022-03-04,620702-0009,复1,罚2,FINE,1,ORDINARY,2022-02-10\n"
                        + "ABNORMAL," + uscc + ",ABN_UNREACHABLE,,号,4 July,620702-0009,,,,,,\n"
                        + "ABNORMAL,92620702PDY000028N,ABN_UNREACHABLE,,号,2024-07-05,620702-0009,,,,,,\n"
                        + "ABNORMAL," + uscc + ",ABN_UNREACHABLE,,甘市监列异字〔2024〕79号,2024-07-05,620702-0009,,,,,,\n",
                1,
                6);
        officer.get(path + "/errors")
                .then()
                .body("items.line", contains(2, 3, 4, 5, 6, 7))
                .body(
                        "items.code",
                        contains(
                                "entry.report-year",
                                "existing.list",
                                "column.empty",
                                "serious.over",
                                "existing.decidedOn",
                                "not-found"));
        assertThat(stated.about(right, AbnormalListed.class, 1))
                .extracting(AbnormalListed::decisionNo)
                .containsExactly("甘市监列异字〔2024〕79号");
        officer.get("/businesses/" + right.id() + "/penalties").then().body("items.size()", equalTo(0));
    }

    @Test
    void a_day_a_year_or_an_officer_that_cannot_be_is_named_in_its_column() {
        Business business = known(); // established on 2020-05-06
        String abnormal = "ABNORMAL," + business.uscc() + ",";
        String serious = "SERIOUS," + business.uscc() + ",SAFETY,,严%d,2026-03-04,620702-0009,复1,罚%<d,FINE,";
        String path = loads(
                HEADER
                        + abnormal + "ABN_UNREACHABLE,,号1,1924-07-05,620702-0009,,,,,,\n"
                        + abnormal + "ABN_REPORT,2019,号2,2020-07-05,620702-0009,,,,,,\n"
                        + abnormal + "ABN_REPORT,2026,号3,2026-07-05,620702-0009,,,,,,\n"
                        + abnormal + "ABN_REPORT,999999999,号4,2026-07-05,620702-0009,,,,,,\n"
                        + abnormal + "ABN_FALSE,2031,号5,2026-07-05,620702-0009,,,,,,\n"
                        + abnormal + "ABN_REPORT,2025,号6,2026-06-30,620702-0009,,,,,,\n"
                        + abnormal + "ABN_NAME,,号7,2026-06-30,赵安和,,,,,,\n"
                        + serious.formatted(1) + "80000,ORDINARY,2099-02-10\n"
                        + serious.formatted(2) + "-5,ORDINARY,2026-02-10\n",
                0,
                9);
        officer.get(path + "/errors")
                .then()
                .body("items.line", contains(2, 3, 4, 5, 6, 7, 8, 9, 10))
                .body(
                        "items.code",
                        contains(
                                "entry.before-establishment",
                                "entry.report-not-owed",
                                "entry.report-not-owed",
                                "entry.report-not-owed",
                                "entry.report-not-owed",
                                "entry.too-early",
                                "existing.officer",
                                "date.future",
                                "penalty.amount"))
                .body(
                        "items.column",
                        contains(
                                "decidedOn",
                                "reportYear",
                                "reportYear",
                                "reportYear",
                                "reportYear",
                                "decidedOn",
                                "officer",
                                "penaltyDecidedOn",
                                "penaltyAmount"));
        officer.get("/businesses/" + business.id() + "/abnormal-entries").then().body("items.size()", equalTo(0));
        officer.get("/businesses/" + business.id() + "/penalties").then().body("items.size()", equalTo(0));
    }

    private static String line(Business business, String decisionNo, String penaltyNo) {
        return "SERIOUS," + business.uscc() + ",SAFETY,," + decisionNo + ",2025-03-04,620702-0009,张市监复〔2025〕1号,"
                + penaltyNo + ",FINE,80000,ORDINARY,2025-02-10\n";
    }

    private String penaltyOf(Business business) {
        return officer.get("/businesses/" + business.id() + "/penalties").path("items[0].penaltyId");
    }

    /** By an objection that proves right. */
    private void revoked(Business business) {
        String entry =
                officer.get("/businesses/" + business.id() + "/serious-entries").path("items[0].entryId");
        String objection = page.post(
                        "/businesses/" + business.id() + "/objections",
                        Map.of("target", "SERIOUS_ENTRY", "targetId", entry, "statement", "列入的事由不符"))
                .path("objectionId");
        for (String step : List.of("ACCEPT", "FIND_WRONG", "CORRECT")) {
            officer.post("/objections/" + objection + "/steps", Map.of("step", step))
                    .then()
                    .statusCode(200);
        }
    }

    /** Until the file is finished; the path of the import. */
    private String loads(String file, int taken, int refused) {
        String location = officer.request()
                .contentType("text/csv; charset=UTF-8")
                .body(file)
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
                        .body("taken", equalTo(taken))
                        .body("refused", equalTo(refused)));
        return path;
    }
}
