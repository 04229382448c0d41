package io.hutong.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;

import io.hutong.events.CreditEvent.AnnualReportReminderDue;
import io.hutong.messaging.ClockFile;
import io.hutong.testing.Register;
import io.hutong.testing.Register.Business;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** A service of the profile {@code sim}: its time is what the shared file says, and what falls due in a jump is done. */
@QuarkusTest
@CreditServers
@TestProfile(SimulatedTimeIT.Simulated.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class SimulatedTimeIT {
    private static final Path FILE = Path.of("target/simulated-clock").toAbsolutePath();

    /** Starts before the window of the reports for 2025; without the clock of the other tests. */
    public static class Simulated implements QuarkusTestProfile {
        @Override
        public String getConfigProfile() {
            return "sim,test";
        }

        @Override
        public Map<String, String> getConfigOverrides() {
            try {
                Files.deleteIfExists(FILE);
                at("2025-12-20T01:00:00Z");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return Map.of(
                    "hutong.clock.file", FILE.toString(), "quarkus.arc.exclude-types", "io.hutong.testing.TestClock");
        }
    }

    private final Desk page = Desk.filingPage();

    @Inject
    Clock clock;

    @Test
    void a_jump_over_months_makes_everything_happen_that_fell_due() throws IOException {
        assertThat(clock.instant())
                .isBetween(Instant.parse("2025-12-20T01:00:00Z"), Instant.parse("2025-12-20T02:00:00Z"));
        try (Register register = new Register();
                Stated stated = new Stated(register)) {
            Business business = register.opened();
            page.knows(business);
            page.get(Desk.reportsOf(business.id())).then().body("items", empty());

            at("2026-03-01T01:00:00Z");
            assertThat(stated.about(business, AnnualReportReminderDue.class, 1))
                    .containsExactly(new AnnualReportReminderDue(business.uscc(), 2025, 1, LocalDate.of(2026, 6, 30)));
            page.get(Desk.reportsOf(business.id())).then().body("items.state", contains("DUE"));

            at("2026-06-20T01:00:00Z");
            await("the reminder of the last stage, and none of the one that was jumped over")
                    .atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(stages(stated, business)).containsExactly(1, 3));

            at("2026-07-01T01:00:00Z");
            await("the window is over")
                    .atMost(Duration.ofSeconds(5))
                    .untilAsserted(() ->
                            page.get(Desk.reportsOf(business.id())).then().body("items.state", contains("MISSING")));
        }
    }

    private static List<Integer> stages(Stated stated, Business business) {
        return stated.about(business, AnnualReportReminderDue.class).stream()
                .map(AnnualReportReminderDue::stage)
                .toList();
    }

    private static void at(String time) throws IOException {
        new ClockFile(FILE).write(Duration.between(Clock.systemUTC().instant(), Instant.parse(time)));
    }
}
