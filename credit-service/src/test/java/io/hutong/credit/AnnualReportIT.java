package io.hutong.credit;

import static io.hutong.credit.Desk.content;
import static io.hutong.credit.Desk.report;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.hutong.events.CreditEvent.AnnualReportSubmitted;
import io.hutong.events.ReportChannel;
import io.hutong.identity.BizId;
import io.hutong.identity.OperatorTenureId;
import io.hutong.testing.Register;
import io.hutong.testing.Register.Business;
import io.hutong.testing.TestDatabase;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Annual reports: filed in time and late, several years in one go, corrected, shown or not. */
@QuarkusTest
@CreditServers
@DisplayNameGeneration(ReplaceUnderscores.class)
class AnnualReportIT extends CreditDesks {
    private static final Instant IN_TIME = Instant.parse("2026-03-02T02:00:00Z");
    private static final Instant LAST_MOMENT = Instant.parse("2026-06-30T15:59:59Z");
    private static final Instant TOO_LATE = Instant.parse("2026-06-30T16:00:00Z");
    private static final LocalDate LONG_AGO = LocalDate.of(2020, 5, 6);

    @SuppressWarnings("NullAway.Init") // injected by the test resource
    TestDatabase database;

    @Test
    void a_report_in_time_is_filed_and_stated_without_its_figures() {
        clock.startAt(IN_TIME);
        Business business = known(LONG_AGO);
        JsonPath before = page.get(Desk.reportsOf(business.id())).jsonPath();
        assertThat(before.getList("items.year")).containsExactly(2025);
        assertThat(before.getString("items[0].state")).isEqualTo("DUE");
        assertThat(before.getString("items[0].dueOn")).isEqualTo("2026-06-30");

        page.files(business.id(), report(2025))
                .then()
                .statusCode(200)
                .body("items.state", contains("FILED"))
                .body("items[0].channel", equalTo("ONLINE"))
                .body("items[0].content", equalTo(content()));

        AnnualReportSubmitted event =
                stated.about(business, AnnualReportSubmitted.class, 1).get(0);
        assertThat(event)
                .isEqualTo(new AnnualReportSubmitted(
                        event.reportId(), business.uscc(), 2025, 1, false, ReportChannel.ONLINE, true));
        assertThat(stated.bodies(business)).doesNotContain("182000", "13909360001");
    }

    @Test
    void figures_and_phone_are_encrypted_in_the_tables() {
        clock.startAt(IN_TIME);
        Business business = known(LONG_AGO);
        page.files(business.id(), report(2025)).then().statusCode(200);
        assertThat(
                        database.number(
                                "select count(*) from annual_report where locate('182000', content) or locate('1390936', content)"))
                .isZero();
        assertThat(database.number(
                        "select count(*) from annual_report where biz_id = ?",
                        business.id().value()))
                .isEqualTo(1);
    }

    @Test
    void thirty_june_is_in_time_and_the_first_of_july_is_not() {
        clock.stopAt(LAST_MOMENT);
        Business early = known(LONG_AGO);
        Business late = known(LONG_AGO);
        page.files(early.id(), report(2025)).then().statusCode(200).body("items.state", contains("FILED"));
        clock.stopAt(TOO_LATE);
        page.get(Desk.reportsOf(late.id())).then().body("items.state", contains("MISSING"));
        page.files(late.id(), report(2025)).then().statusCode(200).body("items.state", contains("FILED_LATE"));
    }

    @Test
    void several_missing_years_are_filed_in_one_go_and_all_or_none() {
        clock.startAt(Instant.parse("2028-08-01T02:00:00Z"));
        Business business = known(LONG_AGO);
        page.get(Desk.reportsOf(business.id()) + "/form")
                .then()
                .body("items.year", contains(2025, 2026, 2027))
                .body("items.state", contains("MISSING", "MISSING", "MISSING"));
        page.files(business.id(), report(2025), report(2026, true, Map.of("turnover", "many")))
                .then()
                .statusCode(422)
                .body(
                        "violations.pointer",
                        containsInAnyOrder(
                                "/reports/1/content/turnover",
                                "/reports/1/content/taxPaid",
                                "/reports/1/content/employees",
                                "/reports/1/content/contactPhone"));
        page.get(Desk.reportsOf(business.id())).then().body("items.state", contains("MISSING", "MISSING", "MISSING"));

        page.files(business.id(), report(2025), report(2026), report(2027))
                .then()
                .statusCode(200)
                .body("items.state", contains("FILED_LATE", "FILED_LATE", "FILED_LATE"));
        page.get(Desk.reportsOf(business.id()) + "/form").then().body("items", equalTo(List.of()));
    }

    @Test
    void a_business_opened_this_year_reports_from_the_next_year_on() {
        clock.startAt(IN_TIME);
        Business fresh = known(LocalDate.of(2026, 1, 15));
        page.get(Desk.reportsOf(fresh.id())).then().body("items", equalTo(List.of()));
        page.files(fresh.id(), report(2026)).then().statusCode(422).body("violations.code", contains("report.not-due"));
        clock.startAt(Instant.parse("2027-02-01T02:00:00Z"));
        page.get(Desk.reportsOf(fresh.id())).then().body("items.year", contains(2026));
    }

    @Test
    void a_report_is_corrected_until_the_end_of_june_and_every_revision_is_kept() {
        clock.startAt(IN_TIME);
        Business business = known(LONG_AGO);
        page.files(business.id(), report(2025)).then().statusCode(200);
        Map<String, String> better = content();
        better.put("employees", "3");
        page.files(business.id(), report(2025, true, better))
                .then()
                .statusCode(200)
                .body("items[0].revision", equalTo(2))
                .body("items[0].content.employees", equalTo("3"));
        assertThat(database.number(
                        "select count(*) from annual_report_revision v join annual_report r on r.report_id = v.report_id"
                                + " where r.biz_id = ?",
                        business.id().value()))
                .isEqualTo(2);
        assertThat(stated.about(business, AnnualReportSubmitted.class, 2))
                .extracting(AnnualReportSubmitted::revision)
                .containsExactly(1, 2);

        clock.startAt(TOO_LATE);
        page.files(business.id(), report(2025))
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:hutong:problem:report-closed"))
                .body("reportYear", equalTo(2025));
    }

    @Test
    void who_does_not_want_to_be_shown_files_on_paper_at_the_counter() {
        clock.startAt(IN_TIME);
        Business business = known(LONG_AGO);
        page.files(business.id(), report(2025, false))
                .then()
                .statusCode(422)
                .body("violations.pointer", contains("/reports/0/published"));
        officer.files(business.id(), report(2025, false))
                .then()
                .statusCode(200)
                .body("items[0].channel", equalTo("PAPER"))
                .body("items[0].published", equalTo(false))
                .body("items[0].content", equalTo(content()));
        page.get(Desk.reportsOf(business.id()))
                .then()
                .body("items.state", contains("FILED"))
                .body("items[0].content", equalTo(null));
    }

    @Test
    void what_an_operator_filed_is_shown_to_the_next_one_no_more() {
        clock.startAt(IN_TIME);
        Business business = known(LONG_AGO);
        page.files(business.id(), report(2025)).then().statusCode(200).body("items[0].content", equalTo(content()));
        register.stream.publish(business.id(), Register.passed(business, new OperatorTenureId(UUID.randomUUID())));
        await("the next operator is known")
                .atMost(Duration.ofSeconds(30))
                .until(() -> page.get(Desk.reportsOf(business.id())).path("items[0].content") == null);
        officer.get(Desk.reportsOf(business.id())).then().body("items[0].content", equalTo(content()));
        assertThat(database.number(
                        "select count(distinct tenure_id) from annual_report_revision v where v.report_id in"
                                + " (select report_id from annual_report where biz_id = ?)",
                        business.id().value()))
                .isEqualTo(1);
        page.files(business.id(), report(2025)).then().statusCode(200).body("items[0].content", equalTo(content()));
        assertThat(database.number(
                        "select count(distinct tenure_id) from annual_report_revision v where v.report_id in"
                                + " (select report_id from annual_report where biz_id = ?)",
                        business.id().value()))
                .isEqualTo(2);
    }

    @Test
    void a_suspended_business_reports_too_and_one_that_left_the_register_does_not() {
        clock.startAt(IN_TIME);
        Business suspended = known(LONG_AGO);
        register.stream.publish(suspended.id(), Register.suspended(suspended));
        Business gone = known(LONG_AGO);
        register.stream.publish(gone.id(), Register.deregistered(gone));
        await("it left")
                .atMost(Duration.ofSeconds(30))
                .until(() -> page.files(gone.id(), report(2025)).statusCode() == 409);
        page.files(gone.id(), report(2026))
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:hutong:problem:business-ended"));
        page.files(suspended.id(), report(2025)).then().statusCode(200).body("items.state", contains("FILED"));
    }

    @Test
    void wrong_input_is_told_with_its_place_and_nothing_is_filed() {
        clock.startAt(IN_TIME);
        Business business = known(LONG_AGO);
        page.post(Desk.reportsOf(business.id()), Map.of("reports", List.of()))
                .then()
                .statusCode(422)
                .body("violations.code", contains("report.count"));
        page.files(business.id(), report(2025), report(2025))
                .then()
                .statusCode(422)
                .body("violations.code", contains("report.twice"));
        Map<String, String> strange = content();
        strange.put("favouriteColour", "red");
        page.files(business.id(), report(2025, true, strange))
                .then()
                .statusCode(422)
                .body("violations.code", hasItem("report.unknown-field"));
        page.post(Desk.reportsOf(business.id()), "{\"reports\": 5}").then().statusCode(422);
        page.get(Desk.reportsOf(new BizId(UUID.randomUUID()))).then().statusCode(404);
        page.get(Desk.reportsOf(business.id())).then().body("items.state", contains("DUE"));
    }

    @Test
    void a_repeated_request_files_once() {
        clock.startAt(IN_TIME);
        Business business = known(LONG_AGO);
        String key = UUID.randomUUID().toString();
        Map<String, Object> body = Map.of("reports", List.of(report(2025)));
        Response first = page.post(Desk.reportsOf(business.id()), body, key);
        first.then().statusCode(200);
        assertThat(page.post(Desk.reportsOf(business.id()), body, key).asString())
                .isEqualTo(first.asString());
        page.get(Desk.reportsOf(business.id())).then().body("items[0].revision", equalTo(1));
    }

    private Business known(LocalDate establishedOn) {
        Business business = register.opened(establishedOn);
        page.knows(business);
        return business;
    }
}
