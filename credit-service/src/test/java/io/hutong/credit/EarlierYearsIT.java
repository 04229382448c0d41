package io.hutong.credit;

import static io.hutong.credit.Desk.report;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.hutong.events.CreditEvent.AbnormalListed;
import io.hutong.events.CreditEvent.AbnormalRemoved;
import io.hutong.events.CreditEvent.AbnormalRemoved.Mode;
import io.hutong.testing.Register.Business;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Who was listed before this system for a year that is not followed here: the report of that year is owed, and nothing else cures it. */
@QuarkusTest
@CreditServers
@DisplayNameGeneration(ReplaceUnderscores.class)
class EarlierYearsIT extends CreditDesks {
    private static final String HEADER = "list,uscc,ground,reportYear,decisionNo,decidedOn,officer,consentNo,penaltyNo,"
            + "penaltyKind,penaltyAmount,penaltyProcedure,penaltyDecidedOn\n";

    @Test
    void a_report_in_time_for_another_year_leaves_the_old_entry_and_the_late_one_for_its_year_ends_it() {
        on("2026-03-02");
        Business business = listedFor(2023);
        page.get(Desk.reportsOf(business.id()))
                .then()
                .body("items.year", contains(2023, 2025))
                .body("items.state", contains("MISSING", "DUE"))
                .body("items[0].dueOn", equalTo("2024-06-30"));
        page.get(Desk.reportsOf(business.id()) + "/form").then().body("items.year", contains(2023, 2025));

        page.files(business.id(), report(2025))
                .then()
                .statusCode(200)
                .body("items.state", contains("MISSING", "FILED"));
        assertThat(officer.openGrounds(business.id())).containsExactly("ABN_REPORT");

        page.files(business.id(), report(2023))
                .then()
                .statusCode(200)
                .body("items.year", contains(2023, 2025))
                .body("items.state", contains("FILED_LATE", "FILED"));
        assertThat(stated.about(business, AbnormalRemoved.class, 1))
                .extracting(AbnormalRemoved::reportYear, AbnormalRemoved::mode, AbnormalRemoved::stillListed)
                .containsExactly(tuple(2023, Mode.AUTO_REPAIR, false));
        page.get(Desk.reportsOf(business.id())).then().body("items.state", contains("FILED_LATE", "FILED"));
    }

    @Test
    void a_year_that_is_missing_here_keeps_the_old_entry_although_its_own_report_came() {
        on("2026-08-03");
        Business business = listedFor(2023);
        page.files(business.id(), report(2023))
                .then()
                .statusCode(200)
                .body("items.state", contains("FILED_LATE", "MISSING"));
        assertThat(officer.openGrounds(business.id())).containsExactly("ABN_REPORT");
        page.files(business.id(), report(2025)).then().statusCode(200);
        assertThat(officer.openGrounds(business.id())).isEmpty();
    }

    @Test
    void an_officer_does_not_take_the_old_entry_for_cured_while_its_report_is_missing() {
        on("2026-03-02");
        Business business = listedFor(2023);
        String entryId = officer.get("/businesses/" + business.id() + "/abnormal-entries")
                .path("items[0].entryId");
        officer.removes(entryId, "CURED")
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:hutong:problem:not-cured"))
                .body("missingYears", contains(2023));
    }

    @Test
    void nothing_is_owed_for_an_early_year_without_an_entry() {
        on("2026-03-02");
        Business business = listedFor(2022);
        page.files(business.id(), report(2023))
                .then()
                .statusCode(422)
                .body("violations.code", contains("report.not-due"));
        page.get(Desk.reportsOf(business.id())).then().body("items.year", contains(2022, 2025));
    }

    private Business listedFor(int year) {
        Business business = known();
        String line = "ABNORMAL,%s,ABN_REPORT,%d,甘市监列异字〔%d〕%s号,%d-07-05,620702-0009,,,,,,\n"
                .formatted(business.uscc(), year, year + 1, business.id(), year + 1);
        String location = officer.request()
                .contentType("text/csv; charset=UTF-8")
                .body(HEADER + line)
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
                        .body("taken", equalTo(1)));
        stated.about(business, AbnormalListed.class, 1);
        return business;
    }
}
