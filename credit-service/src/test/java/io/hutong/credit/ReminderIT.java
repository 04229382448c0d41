package io.hutong.credit;

import static io.hutong.credit.Desk.report;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;

import io.hutong.events.CreditEvent.AnnualReportReminderDue;
import io.hutong.testing.Register.Business;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Who is reminded of a report that is not filed, when, and how often. */
@QuarkusTest
@CreditServers
@DisplayNameGeneration(ReplaceUnderscores.class)
class ReminderIT extends CreditDesks {
    @Test
    void whoever_has_not_filed_is_reminded_once_at_each_stage_until_it_files() {
        clock.startAt(Instant.parse("2026-02-10T02:00:00Z"));
        Business late = known();
        Business early = known();
        page.files(early.id(), report(2025)).then().statusCode(200);

        clock.startAt(Instant.parse("2026-03-01T02:00:00Z"));
        assertThat(stated.about(late, AnnualReportReminderDue.class, 1))
                .containsExactly(new AnnualReportReminderDue(late.uscc(), 2025, 1, LocalDate.of(2026, 6, 30)));
        clock.startAt(Instant.parse("2026-05-15T02:00:00Z"));
        assertThat(reminded(late, 2)).extracting(AnnualReportReminderDue::stage).containsExactly(1, 2);
        page.files(late.id(), report(2025)).then().statusCode(200);

        clock.startAt(Instant.parse("2026-06-20T02:00:00Z"));
        Business other = known();
        assertThat(reminded(other, 1))
                .extracting(AnnualReportReminderDue::stage)
                .containsExactly(3);
        assertThat(reminded(late, 2)).hasSize(2);
        assertThat(stated.about(early, AnnualReportReminderDue.class)).isEmpty();
        officer.get("/report-years/2025/reminders")
                .then()
                .statusCode(200)
                .body("items.stage", contains(1, 2, 3))
                .body("items.on", contains("2026-03-01", "2026-05-15", "2026-06-20"))
                .body("items[1].reminded", greaterThanOrEqualTo(1));
    }

    @Test
    void nobody_is_reminded_of_a_first_year_or_after_the_time() throws InterruptedException {
        clock.startAt(Instant.parse("2026-07-01T02:00:00Z"));
        Business business = known();
        Thread.sleep(Duration.ofSeconds(3).toMillis()); // several looks of the worker
        assertThat(stated.about(business, AnnualReportReminderDue.class)).isEmpty();
    }

    private List<AnnualReportReminderDue> reminded(Business business, int count) {
        await("reminded")
                .atMost(Duration.ofSeconds(30))
                .until(() ->
                        stated.about(business, AnnualReportReminderDue.class).size() >= count);
        return stated.about(business, AnnualReportReminderDue.class);
    }
}
