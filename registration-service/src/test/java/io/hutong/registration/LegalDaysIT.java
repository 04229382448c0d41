package io.hutong.registration;

import static org.assertj.core.api.Assertions.assertThat;

import io.hutong.testing.TestClock;
import io.hutong.testing.TestDatabase;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Legal days are those of Beijing, moments are stored in UTC, wherever the machine believes to be. */
@QuarkusTest
@RegistrationServers
class LegalDaysIT {
    private final TimeZone machine = TimeZone.getDefault();

    @SuppressWarnings("NullAway.Init") // injected by the test resource
    TestDatabase database;

    @Inject
    TestClock clock;

    @AfterEach
    void back() {
        TimeZone.setDefault(machine);
        clock.reset();
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTC", "Asia/Shanghai", "America/New_York"})
    void a_day_and_a_moment_are_stored_as_they_are(String zone) throws SQLException {
        TimeZone.setDefault(TimeZone.getTimeZone(zone));
        // four in the afternoon in London is the next day in Beijing
        clock.startAt(Instant.parse("2026-02-10T16:30:00Z"));
        Clerk clerk = Clerk.atTheCounter();
        Map<String, Object> shop = Clerk.aShop(Clerk.number());
        String bizId = clerk.open(shop);

        assertThat(clerk.get("/businesses/" + bizId).<String>path("establishedOn"))
                .isEqualTo("2026-02-11");
        var entry = clerk.get("/businesses/" + bizId + "/history").jsonPath();
        assertThat(entry.getString("items[0].effectiveOn")).isEqualTo("2026-02-11");
        assertThat(entry.getString("items[0].recordedAt")).startsWith("2026-02-10T16:30:0");
        assertThat(stored(bizId)).startsWith("2026-02-11 2026-02-10 16:30:0");
    }

    private String stored(String bizId) throws SQLException {
        try (var connection = database.connect();
                var select = connection.prepareStatement(
                        "select concat(effective_on, ' ', recorded_at) from register_entry where biz_id = ?")) {
            select.setString(1, bizId);
            try (var row = select.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }
}
