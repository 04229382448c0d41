package io.hutong.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.hutong.testing.Register.Business;
import io.hutong.testing.TestDatabase;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** From 1 April 2026 Credit China shows an abnormal entry for three months at most, whenever it was listed. */
@QuarkusTest
@CreditServers
@DisplayNameGeneration(ReplaceUnderscores.class)
class CreditChinaLimitIT extends CreditDesks {
    @SuppressWarnings("NullAway.Init") // injected by the test resource
    TestDatabase database;

    @Test
    void what_credit_china_shows_since_last_year_ends_there_in_april_and_stays_with_the_other_platform() {
        on("2025-12-15");
        Business business = known();
        String entry = officer.unreachable(business, "2025-12-15");
        PlatformStandIn.awaitShown(entry, true);
        on("2026-04-01");
        awaitHidden(entry);
        assertThat(PlatformStandIn.of("GSX").shows(entry)).isTrue();
        officer.get("/abnormal-entries/" + entry)
                .then()
                .body("open", equalTo(true))
                .body("publishTo", equalTo(null));
    }

    @Test
    void what_it_shows_for_a_shorter_time_is_cut_to_the_last_day_of_three_months() {
        on("2026-03-02");
        Business business = known();
        String entry = officer.unreachable(business, "2026-03-02");
        PlatformStandIn.awaitShown(entry, true);
        on("2026-04-01");
        await("the last day is set")
                .atMost(Duration.ofSeconds(30))
                .until(() -> database.number(
                                "select count(*) from publication where subject_id = ? and platform = 'XCN'"
                                        + " and shown and shown_to = '2026-06-01'",
                                entry)
                        == 1);
        assertThat(PlatformStandIn.of("XCN").shows(entry)).isTrue();
        on("2026-06-02");
        awaitHidden(entry);
        assertThat(PlatformStandIn.of("GSX").shows(entry)).isTrue();
    }

    private static void awaitHidden(String entry) {
        await("Credit China shows it no longer")
                .atMost(Duration.ofSeconds(30))
                .until(() -> !PlatformStandIn.of("XCN").shows(entry));
    }
}
