package io.hutong.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.hutong.credit.PlatformStandIn.Board;
import io.hutong.credit.consent.EndOutlived;
import io.hutong.credit.shared.work.DueWork;
import io.hutong.events.CreditEvent.AbnormalPublicationEnded;
import io.hutong.events.CreditEvent.AnnualReportReminderDue;
import io.hutong.events.CreditEvent.SeparateRegisterDue;
import io.hutong.testing.Register.Business;
import io.hutong.testing.TestDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What falls due by itself: one that cannot be carried out keeps no other waiting, is counted, and is carried out once it can. */
@QuarkusTest
@CreditServers
@DisplayNameGeneration(ReplaceUnderscores.class)
class DueWorkIT extends CreditDesks {
    private static final Duration SOON = Duration.ofSeconds(30);

    @Inject
    MeterRegistry metrics;

    @Inject
    EndOutlived consents;

    @Inject
    DueWork work;

    @SuppressWarnings("NullAway.Init") // injected by the test resource
    TestDatabase database;

    private final Map<Business, String> broken = new HashMap<>();

    @AfterEach
    void mendAll() {
        List.copyOf(broken.keySet()).forEach(this::mend);
    }

    @Test
    void a_business_that_cannot_be_reminded_keeps_no_other_from_being_reminded() throws Exception {
        on("2026-02-10");
        Business wrong = known();
        Business right = known();
        breaks(wrong);
        on("2026-03-01");
        stated.about(right, AnnualReportReminderDue.class, 1);
        awaitFailed("reminder");
        assertThat(stated.about(wrong, AnnualReportReminderDue.class)).isEmpty();
        assertThat(Files.readString(Path.of("target/quarkus-test.log")))
                .contains("reminder: " + wrong.id() + " is left for later");
        mend(wrong);
        stated.about(wrong, AnnualReportReminderDue.class, 1);
    }

    @Test
    void an_entry_whose_publication_cannot_be_ended_keeps_no_other_shown() {
        on("2026-08-03");
        Business wrong = known();
        Business right = known();
        listed(wrong);
        listed(right);
        breaks(wrong);
        on("2027-07-01");
        stated.about(right, AbnormalPublicationEnded.class, 1);
        awaitFailed("abnormal.publication");
        assertThat(stated.about(wrong, AbnormalPublicationEnded.class)).isEmpty();
        mend(wrong);
        stated.about(wrong, AbnormalPublicationEnded.class, 1);
    }

    @Test
    void an_order_that_cannot_be_given_keeps_no_other_from_the_platform() {
        on("2026-08-03");
        Board xcn = PlatformStandIn.of("XCN");
        String wrong = listed(known());
        String right = listed(known());
        await("both are shown").atMost(SOON).until(() -> acknowledged(wrong) && acknowledged(right));
        execute("update publication set version = 2147483647, acknowledged_version = 2147483647"
                + " where platform = 'XCN' and subject_id = '" + wrong + "'");
        on("2026-11-03");
        await("the other is not shown any more").atMost(SOON).until(() -> !xcn.shows(right));
        awaitFailed("publication.shown");
        assertThat(xcn.shows(wrong)).isTrue();
        execute("update publication set version = 1, acknowledged_version = 1 where subject_id = '" + wrong + "'");
        await("nor is this one").atMost(SOON).until(() -> !xcn.shows(wrong));
    }

    @Test
    void an_entry_that_cannot_be_stated_due_keeps_no_other_waiting() {
        on("2026-08-03");
        Business wrong = known();
        Business right = known();
        listed(wrong);
        listed(right);
        breaks(wrong);
        on("2028-08-04");
        stated.about(right, SeparateRegisterDue.class, 1);
        awaitFailed("separate-register.due");
        mend(wrong);
        stated.about(wrong, SeparateRegisterDue.class, 1);
    }

    @Test
    void a_consent_that_cannot_be_ended_keeps_no_other_alive() throws Exception {
        on("2026-08-03");
        Business wrong = known();
        Business right = known();
        consents(wrong);
        consents(right);
        breaks(wrong);
        on("2026-11-01");
        work.carryOut("consent.outlived", consents::outlived, consents::end);
        assertStatus(right, "EXPIRED");
        awaitFailed("consent.outlived");
        mend(wrong);
        work.carryOut("consent.outlived", consents::outlived, consents::end);
        assertStatus(wrong, "EXPIRED");
    }

    @Test
    void all_that_is_due_is_carried_out_once_in_steps_whatever_fails_between() throws Exception {
        List<Integer> done = new ArrayList<>();
        List<Integer> largest = new ArrayList<>();
        work.<Integer>carryOut("test", (last, limit) -> numbers(last == null ? 0 : last + 1, limit), some -> {
            largest.add(some.size());
            if (some.contains(77) || some.contains(2047)) {
                throw new IllegalStateException("broken");
            }
            done.addAll(some);
        });
        assertThat(done).hasSize(2098).doesNotHaveDuplicates().doesNotContain(77, 2047);
        assertThat(largest.stream().max(Integer::compare)).contains(50);
        assertThat(metrics.counter("credit.due.failed", "work", "test").count()).isEqualTo(2.0);
    }

    private static List<Integer> numbers(int from, int limit) {
        List<Integer> found = new ArrayList<>();
        for (int number = from; number < Math.min(2100, from + limit); number++) {
            found.add(number);
        }
        return found;
    }

    private void awaitFailed(String what) {
        await(what + " is counted")
                .atMost(SOON)
                .until(() -> metrics.counter("credit.due.failed", "work", what).count() >= 1);
    }

    private void assertStatus(Business business, String status) {
        page.get("/businesses/" + business.id() + "/consents").then().body("items[0].status", equalTo(status));
    }

    private void consents(Business business) {
        page.post("/businesses/" + business.id() + "/consents", ConsentIT.terms())
                .then()
                .statusCode(201);
    }

    private String listed(Business business) {
        return officer.lists(business.id(), "ABN_REPORT", 2025, "2026-07-01")
                .then()
                .statusCode(201)
                .extract()
                .path("entryId");
    }

    private boolean acknowledged(String subjectId) {
        return officer.get("/publications/" + subjectId)
                .jsonPath()
                .getList("items.acknowledged")
                .equals(List.of(true, true));
    }

    private void breaks(Business business) {
        broken.put(business, business.uscc().value());
        execute("update business set uscc = 'BROKEN' where biz_id = '" + business.id() + "'");
    }

    private void mend(Business business) {
        execute("update business set uscc = '" + broken.remove(business) + "' where biz_id = '" + business.id() + "'");
    }

    private void execute(String sql) {
        try (var connection = database.connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
