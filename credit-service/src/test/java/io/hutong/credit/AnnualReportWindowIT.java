package io.hutong.credit;

import static org.assertj.core.api.Assertions.assertThat;

import io.hutong.credit.annualreport.OpenWindow;
import io.hutong.events.CreditEvent.AnnualReportWindowOpened;
import io.hutong.identity.DivisionCode;
import io.hutong.testing.RawEvent;
import io.hutong.testing.Register;
import io.hutong.testing.TestClock;
import io.hutong.testing.TopicReader;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** That reports for a year are taken is stated on the first day, once. Of years that no other test visits. */
@QuarkusTest
@CreditServers
@DisplayNameGeneration(ReplaceUnderscores.class)
class AnnualReportWindowIT {
    @Inject
    TestClock clock;

    @Inject
    OpenWindow open;

    @AfterEach
    void back() {
        clock.reset();
    }

    @Test
    void it_is_stated_on_the_first_day_and_once_however_many_look_at_the_same_time() throws Exception {
        try (Register reader = new Register();
                TopicReader topic = TopicReader.of("credit.events")) {
            clock.startAt(Instant.parse("2030-12-31T15:50:00Z"));
            lookAtOnce();
            Thread.sleep(Duration.ofSeconds(3).toMillis()); // several looks of the worker
            assertThat(topic.of(OpenWindow.streamOf(2030))).isEmpty();

            clock.startAt(Instant.parse("2030-12-31T16:00:00Z"));
            lookAtOnce();
            Awaitility.await("stated")
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> !topic.of(OpenWindow.streamOf(2030)).isEmpty());
            clock.startAt(Instant.parse("2031-06-30T02:00:00Z"));
            lookAtOnce();
            Thread.sleep(Duration.ofSeconds(3).toMillis()); // several looks of the worker
            List<RawEvent> events = topic.of(OpenWindow.streamOf(2030));
            assertThat(events)
                    .extracting(reader.stream::read)
                    .containsExactly(new AnnualReportWindowOpened(
                            2030, LocalDate.of(2031, 1, 1), LocalDate.of(2031, 6, 30), "credit.annual-report/2025.1"));
            assertThat(events.get(0).header("ce_effectiveat")).isEqualTo("2031-01-01");
            assertThat(events.get(0).header("ce_divcode")).isEqualTo("620702");
        }
    }

    @Test
    void one_that_was_missed_is_stated_on_a_later_day_and_not_after_the_last() throws Exception {
        try (TopicReader topic = TopicReader.of("credit.events")) {
            clock.startAt(Instant.parse("2033-07-01T02:00:00Z"));
            lookAtOnce();
            clock.startAt(Instant.parse("2034-06-30T02:00:00Z"));
            lookAtOnce();
            Awaitility.await("stated")
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> !topic.of(OpenWindow.streamOf(2033)).isEmpty());
            assertThat(topic.of(OpenWindow.streamOf(2033))).hasSize(1);
            assertThat(topic.of(OpenWindow.streamOf(2032))).isEmpty();
        }
    }

    private void lookAtOnce() throws Exception {
        ExecutorService replicas = Executors.newFixedThreadPool(4);
        try {
            Callable<Boolean> look = () -> {
                open.handle(DivisionCode.of("620702"));
                return true;
            };
            for (Future<Boolean> one : replicas.invokeAll(Collections.nCopies(4, look))) {
                one.get();
            }
        } finally {
            replicas.shutdownNow();
        }
    }
}
