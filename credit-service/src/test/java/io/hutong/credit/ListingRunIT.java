package io.hutong.credit;

import static io.hutong.credit.Desk.report;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.hutong.credit.annualreport.FileReports;
import io.hutong.credit.listingrun.CarryOutRun;
import io.hutong.events.CreditEvent.AbnormalListed;
import io.hutong.events.ReportChannel;
import io.hutong.testing.Register;
import io.hutong.testing.Register.Business;
import io.hutong.testing.TestDatabase;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** The mass listing of July: candidates, exclusions, a signature, and each listed once. */
@QuarkusTest
@CreditServers
@DisplayNameGeneration(ReplaceUnderscores.class)
class ListingRunIT extends CreditDesks {
    @Inject
    CarryOutRun carryOut;

    @Inject
    FileReports file;

    @SuppressWarnings("NullAway.Init") // injected by the test resource
    TestDatabase database;

    @Test
    void those_who_did_not_file_are_listed_once_a_person_has_signed_and_nobody_else() {
        clock.startAt(Instant.parse("2031-02-01T02:00:00Z"));
        Business filed = known(LocalDate.of(2030, 3, 1));
        Business missing = known(LocalDate.of(2030, 3, 1));
        Business excused = known(LocalDate.of(2030, 3, 1));
        Business gone = known(LocalDate.of(2030, 3, 1));
        Business later = known(LocalDate.of(2031, 1, 10));
        page.files(filed.id(), report(2030)).then().statusCode(200);
        clock.startAt(Instant.parse("2031-07-01T02:00:00Z"));
        register.stream.publish(gone.id(), Register.deregistered(gone));
        await("it left")
                .atMost(Duration.ofSeconds(30))
                .until(() -> page.files(gone.id(), report(2030)).statusCode() == 409);

        String runId = propose(2030).getString("runId");
        assertThat(all(runId, "CANDIDATE"))
                .contains(missing.id().value(), excused.id().value())
                .doesNotContain(
                        filed.id().value(), gone.id().value(), later.id().value());
        officer.post("/listing-runs", Map.of("reportYear", 2030))
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:hutong:problem:listing-run-not-open"))
                .body("runId", equalTo(runId));
        officer.get("/listing-runs?limit=1").then().body("items.runId", equalTo(List.of(runId)));
        officer.get("/listing-runs/" + runId + "/candidates?uscc=" + excused.uscc())
                .then()
                .body("items.bizId", equalTo(List.of(excused.id().value())))
                .body("items.name", equalTo(List.of("张掖市甘州区老王面馆（个体工商户）")));
        exclude(runId, excused, "自然灾害").then().statusCode(200).body("excluded", equalTo(1));
        exclude(runId, filed, "已报送").then().statusCode(404);
        assertThat(officer.openGrounds(missing.id())).isEmpty();

        JsonPath done = signed(runId);
        assertThat(done.getInt("candidates")).isZero();
        assertThat(done.getString("listBy")).isEqualTo("2031-07-14");
        assertThat(done.getBoolean("overdue")).isFalse();
        assertThat(done.getString("signedBy")).isEqualTo(Desk.OFFICER);
        assertThat(officer.openGrounds(missing.id())).containsExactly("ABN_REPORT");
        assertThat(officer.openGrounds(excused.id())).isEmpty();
        assertThat(stated.about(missing, AbnormalListed.class, 1).get(0).publishTo())
                .isEqualTo(LocalDate.of(2032, 6, 30));
        exclude(runId, missing, "太晚").then().statusCode(409);
        officer.post("/listing-runs/" + runId + "/sign-off", null).then().statusCode(409);

        String again = propose(2030).getString("runId");
        assertThat(all(again, "CANDIDATE"))
                .contains(excused.id().value())
                .doesNotContain(missing.id().value());
        exclude(again, excused, "自然灾害").then().statusCode(200);
        signed(again);
        assertThat(stated.about(missing, AbnormalListed.class)).hasSize(1);
    }

    @Test
    void who_files_between_proposal_and_listing_is_not_listed() {
        clock.startAt(Instant.parse("2033-07-01T02:00:00Z"));
        Business business = known(LocalDate.of(2032, 3, 1));
        String runId = propose(2032).getString("runId");
        page.files(business.id(), report(2032)).then().statusCode(200);
        signed(runId);
        assertThat(all(runId, "FILED_MEANWHILE")).contains(business.id().value());
        assertThat(officer.openGrounds(business.id())).isEmpty();
    }

    @Test
    void a_run_proposed_too_early_is_withdrawn_and_lists_nobody() {
        clock.startAt(Instant.parse("2037-07-01T02:00:00Z"));
        Business business = known(LocalDate.of(2036, 3, 1));
        String runId = propose(2036).getString("runId");
        officer.post("/listing-runs/" + runId + "/withdrawal", null)
                .then()
                .statusCode(200)
                .body("state", equalTo("WITHDRAWN"));
        officer.post("/listing-runs/" + runId + "/sign-off", null).then().statusCode(409);
        assertThat(officer.openGrounds(business.id())).isEmpty();
        signed(propose(2036).getString("runId"));
        assertThat(officer.openGrounds(business.id())).containsExactly("ABN_REPORT");
    }

    @Test
    void a_run_that_is_signed_in_september_is_late_as_the_days_run_from_the_end_of_the_window() {
        clock.startAt(Instant.parse("2044-07-14T02:00:00Z"));
        Business business = known(LocalDate.of(2043, 3, 1));
        String runId = propose(2043).getString("runId");
        officer.get("/listing-runs/" + runId)
                .then()
                .body("listBy", equalTo("2044-07-14"))
                .body("overdue", equalTo(false));
        clock.startAt(Instant.parse("2044-09-05T02:00:00Z"));
        officer.get("/listing-runs/" + runId).then().body("overdue", equalTo(true));
        signed(runId);
        officer.get("/businesses/" + business.id() + "/abnormal-entries")
                .then()
                .body("items.provenOn", equalTo(List.of("2044-07-01")))
                .body("items.listBy", equalTo(List.of("2044-07-14")))
                .body("items.listing.on", equalTo(List.of("2044-09-05")));
    }

    @Test
    void of_two_who_propose_at_once_one_gets_the_run() throws Exception {
        clock.startAt(Instant.parse("2039-07-01T02:00:00Z"));
        ExecutorService two = Executors.newFixedThreadPool(2);
        try {
            Callable<Integer> proposal = () ->
                    officer.post("/listing-runs", Map.of("reportYear", 2038)).statusCode();
            List<Integer> answers = new ArrayList<>();
            for (Future<Integer> answer : two.invokeAll(List.of(proposal, proposal))) {
                answers.add(answer.get());
            }
            assertThat(answers).containsExactlyInAnyOrder(201, 409);
        } finally {
            two.shutdown();
        }
        assertThat(database.number("select count(*) from listing_run where report_year = 2038"))
                .isEqualTo(1);
    }

    @Test
    void a_listing_waits_for_the_filing_that_holds_the_business_and_then_sees_the_report() throws Exception {
        clock.startAt(Instant.parse("2041-07-01T02:00:00Z"));
        Business business = known(LocalDate.of(2040, 3, 1));
        String runId = propose(2040).getString("runId");
        CountDownLatch filed = new CountDownLatch(1);
        CountDownLatch commit = new CountDownLatch(1);
        ExecutorService counter = Executors.newSingleThreadExecutor();
        try {
            Future<?> filing = counter.submit(() -> QuarkusTransaction.requiringNew()
                    .timeout(60)
                    .run(() -> {
                        file.handle(new FileReports.Command(
                                business.id(),
                                ReportChannel.PAPER,
                                null,
                                List.of(new FileReports.Sent(2040, true, Desk.content())),
                                "test"));
                        filed.countDown();
                        awaitSignal(commit);
                    }));
            awaitSignal(filed);
            officer.post("/listing-runs/" + runId + "/sign-off", null).then().statusCode(202);
            await("the worker has come to the business")
                    .during(Duration.ofSeconds(3))
                    .atMost(Duration.ofSeconds(10))
                    .until(() -> officer.get("/listing-runs/" + runId).<String>path("state"), equalTo("SIGNED"));
            commit.countDown();
            filing.get();
        } finally {
            counter.shutdown();
        }
        finished(runId);
        assertThat(all(runId, "FILED_MEANWHILE")).contains(business.id().value());
        assertThat(stated.about(business, AbnormalListed.class)).isEmpty();
    }

    private static void awaitSignal(CountDownLatch signal) {
        try {
            assertThat(signal.await(40, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Test
    void workers_of_several_replicas_list_each_candidate_once_with_numbers_without_gaps() throws Exception {
        clock.startAt(Instant.parse("2035-07-02T02:00:00Z"));
        List<Business> many = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            many.add(register.opened(LocalDate.of(2034, 2, 1)));
        }
        page.knows(many.get(many.size() - 1));
        many.forEach(page::knows);
        String runId = propose(2034).getString("runId");
        int candidates = officer.get("/listing-runs/" + runId).path("candidates");
        officer.post("/listing-runs/" + runId + "/sign-off", null).then().statusCode(202);
        ExecutorService replicas = Executors.newFixedThreadPool(3);
        try {
            Callable<@Nullable Void> replica = () -> {
                while (carryOut.next(7)) {
                    Thread.yield();
                }
                return null;
            };
            for (Future<@Nullable Void> one : replicas.invokeAll(List.of(replica, replica, replica))) {
                one.get();
            }
        } finally {
            replicas.shutdown();
        }
        JsonPath done = finished(runId);
        assertThat(done.getInt("listed") + done.getInt("filedMeanwhile") + done.getInt("notListed"))
                .isEqualTo(candidates);
        for (Business business : many) {
            assertThat(database.number(
                            "select count(*) from abnormal_entry where biz_id = ?",
                            business.id().value()))
                    .isEqualTo(1);
        }
        assertThat(database.number("select count(distinct decision_no) - count(*) from abnormal_entry"))
                .isZero();
        assertThat(
                        database.number(
                                "select last - (select count(*) from abnormal_entry where listed_on between"
                                        + " '2035-01-01' and '2035-12-31') from decision_number where decision = 'LISTING' and year = 2035"))
                .isZero();
    }

    @Test
    void nothing_is_proposed_before_the_window_is_over_or_for_a_year_nobody_followed() {
        clock.startAt(Instant.parse("2026-06-30T15:00:00Z"));
        officer.post("/listing-runs", Map.of("reportYear", 2025))
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:hutong:problem:report-window-open"))
                .body("closes", equalTo("2026-06-30"));
        officer.post("/listing-runs", Map.of("reportYear", 2024))
                .then()
                .statusCode(422)
                .body("violations[0].pointer", equalTo("/reportYear"));
    }

    private JsonPath propose(int year) {
        return officer.post("/listing-runs", Map.of("reportYear", year))
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
    }

    private Response exclude(String runId, Business business, String reason) {
        return officer.post(
                "/listing-runs/" + runId + "/exclusions",
                Map.of("bizId", business.id().value(), "reason", reason));
    }

    private JsonPath signed(String runId) {
        officer.post("/listing-runs/" + runId + "/sign-off", null).then().statusCode(202);
        return finished(runId);
    }

    private JsonPath finished(String runId) {
        return await("the run is done")
                .atMost(Duration.ofSeconds(60))
                .until(
                        () -> officer.get("/listing-runs/" + runId).jsonPath(),
                        run -> run.getString("state").equals("DONE"));
    }

    private List<String> all(String runId, String fate) {
        List<String> found = new ArrayList<>();
        @Nullable String cursor = "";
        while (cursor != null) {
            JsonPath next = officer.get("/listing-runs/" + runId + "/candidates?limit=200&fate=" + fate + cursor)
                    .jsonPath();
            found.addAll(next.getList("items.bizId"));
            cursor = next.getString("next") == null ? null : "&cursor=" + next.getString("next");
        }
        return found;
    }

    private Business known(LocalDate establishedOn) {
        Business business = register.opened(establishedOn);
        page.knows(business);
        return business;
    }
}
