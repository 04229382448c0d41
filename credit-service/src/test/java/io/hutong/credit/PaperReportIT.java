package io.hutong.credit;

import static io.hutong.credit.Desk.report;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.hutong.events.AbnormalGround;
import io.hutong.events.CreditEvent.AbnormalListed;
import io.hutong.events.CreditEvent.AbnormalRemoved;
import io.hutong.events.CreditEvent.AbnormalRemoved.Mode;
import io.hutong.events.CreditEvent.AnnualReportSubmitted;
import io.hutong.identity.BizId;
import io.hutong.testing.Register.Business;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Reports on paper count from the day on which they were handed in; the desk has ten working days to enter them. */
@QuarkusTest
@CreditServers
@DisplayNameGeneration(ReplaceUnderscores.class)
class PaperReportIT extends CreditDesks {
    @Test
    void a_paper_of_the_last_day_that_is_entered_in_july_is_in_time() {
        on("2026-07-03");
        Business business = known();
        enters(business.id(), "2026-06-30", report(2025, false))
                .then()
                .statusCode(200)
                .body("items.state", contains("FILED"))
                .body("items[0].receivedOn", equalTo("2026-06-30"));
        assertThat(stated.about(business, AnnualReportSubmitted.class, 1).get(0).late())
                .isFalse();
    }

    @Test
    void a_paper_of_the_first_of_july_or_of_an_unknown_day_is_late() {
        on("2026-07-03");
        Business said = known();
        enters(said.id(), "2026-07-01", report(2025, false))
                .then()
                .statusCode(200)
                .body("items.state", contains("FILED_LATE"));
        Business unsaid = known();
        officer.files(unsaid.id(), report(2025, false))
                .then()
                .statusCode(200)
                .body("items.state", contains("FILED_LATE"))
                .body("items[0].receivedOn", equalTo("2026-07-03"));
    }

    @Test
    void who_was_listed_while_the_paper_lay_there_leaves_the_list_as_one_who_was_listed_wrongly() {
        on("2026-07-03");
        Business business = known();
        String entryId = listed(business);
        String unreachable = officer.unreachable(business, "2026-07-02");
        enters(business.id(), "2026-06-30", report(2025, false)).then().statusCode(200);
        AbnormalRemoved removed =
                stated.about(business, AbnormalRemoved.class, 1).get(0);
        assertThat(removed)
                .isEqualTo(new AbnormalRemoved(
                        stated.about(business, AbnormalListed.class, 1).get(0).entryId(),
                        business.uscc(),
                        AbnormalGround.ABN_REPORT,
                        2025,
                        Mode.OBJECTION,
                        removed.decisionNo(),
                        LocalDate.of(2026, 7, 3),
                        true));
        officer.get("/abnormal-entries/" + entryId)
                .then()
                .body("removalMode", equalTo("OBJECTION"))
                .body("removal.by", equalTo(Desk.OFFICER));
        officer.get("/abnormal-entries/" + unreachable).then().body("open", equalTo(true));
    }

    @Test
    void another_year_that_is_missing_does_not_keep_the_wrong_entry_and_is_not_cured_by_it() {
        on("2027-07-05");
        Business business = known();
        listed(business);
        officer.lists(business.id(), "ABN_REPORT", 2026, "2027-07-01").then().statusCode(201);
        enters(business.id(), "2027-06-30", report(2026, false)).then().statusCode(200);
        assertThat(stated.about(business, AbnormalRemoved.class, 1))
                .extracting(AbnormalRemoved::reportYear, AbnormalRemoved::mode)
                .containsExactly(tuple(2026, Mode.OBJECTION));
        officer.files(business.id(), report(2025, false)).then().statusCode(200);
        assertThat(stated.about(business, AbnormalRemoved.class, 2))
                .extracting(AbnormalRemoved::reportYear, AbnormalRemoved::mode)
                .containsExactly(tuple(2026, Mode.OBJECTION), tuple(2025, Mode.AUTO_REPAIR));
    }

    @Test
    void a_paper_in_time_that_is_entered_after_what_the_operator_filed_late_makes_the_report_one_in_time() {
        on("2026-07-02");
        Business business = known();
        page.files(business.id(), report(2025)).then().statusCode(200).body("items.state", contains("FILED_LATE"));
        on("2026-07-03");
        enters(business.id(), "2026-06-29", report(2025))
                .then()
                .statusCode(200)
                .body("items.state", contains("FILED"))
                .body("items[0].revision", equalTo(2));
        officer.get(Desk.reportsOf(business.id())).then().body("items.state", contains("FILED"));
    }

    @Test
    void a_paper_that_was_handed_in_before_the_report_that_stands_does_not_replace_it() {
        on("2026-06-25");
        Business business = known();
        page.files(business.id(), Desk.report(2025)).then().statusCode(200);
        on("2026-07-02");
        enters(business.id(), "2026-06-10", report(2025, false))
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:hutong:problem:report-closed"));
        assertThat(stated.about(business, AnnualReportSubmitted.class, 1)).hasSize(1);
    }

    @Test
    void a_day_of_receipt_that_cannot_be_is_refused_and_nothing_is_filed() {
        on("2026-07-03");
        Business business = known();
        enters(business.id(), "2026-07-04", report(2025, false))
                .then()
                .statusCode(422)
                .body("violations.code", contains("date.future"))
                .body("violations.pointer", contains("/receivedOn"));
        enters(business.id(), "2025-12-31", report(2025, false))
                .then()
                .statusCode(422)
                .body("violations.code", contains("report.received-early"));
        page.post(Desk.reportsOf(business.id()), body("2026-06-30", report(2025)))
                .then()
                .statusCode(422)
                .body("violations.code", contains("report.received-online"));
        page.get(Desk.reportsOf(business.id())).then().body("items.state", contains("MISSING"));
    }

    private Response enters(BizId bizId, String receivedOn, Map<?, ?> report) {
        return officer.post(Desk.reportsOf(bizId), body(receivedOn, report));
    }

    private static Map<String, Object> body(String receivedOn, Map<?, ?> report) {
        return Map.of("receivedOn", receivedOn, "reports", List.of(report));
    }

    private String listed(Business business) {
        return officer.lists(business.id(), "ABN_REPORT", 2025, "2026-07-01")
                .then()
                .statusCode(201)
                .extract()
                .path("entryId");
    }
}
