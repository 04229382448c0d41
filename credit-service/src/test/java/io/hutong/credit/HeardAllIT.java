package io.hutong.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hutong.testing.HutongTestResource;
import io.hutong.testing.Register.Business;
import io.hutong.testing.SourceLogs;
import io.hutong.testing.TestDatabase;
import io.hutong.testing.TestedInbox;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** As long as credit has not heard another agency to the end, that it knows of nothing is not told as if there were nothing. */
@QuarkusTest
@QuarkusTestResource(
        value = HutongTestResource.class,
        initArgs = {
            @ResourceArg(name = "service", value = "credit"),
            @ResourceArg(name = "hutong.messaging.heads.every", value = "1s")
        })
@QuarkusTestResource(
        value = SourceLogs.class,
        initArgs = @ResourceArg(name = "inboxes", value = "registration-events,exchange-events,tax-events"))
@QuarkusTestResource(PlatformStandIn.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class HeardAllIT extends CreditDesks {
    private final BankDesk bank = BankDesk.a();
    private final Agencies agencies = new Agencies();

    @SuppressWarnings("NullAway.Init") // injected by the test resource
    TestDatabase database;

    @BeforeEach
    void all() {
        heard(database);
    }

    @AfterEach
    void closeAgencies() {
        agencies.close();
    }

    @Test
    void until_the_log_of_an_agency_was_heard_to_its_end_its_records_are_unknown() {
        Business business = known();
        var inbox = new TestedInbox(database, "credit", "tax-events", "tax");
        agencies.tax.next(business.id(), Agencies.announced(business, business.tenure(), Agencies.announcement()));
        inbox.isBehind(agencies.tax, business.id());
        afterTheLookUnderWay();
        asBeforeTheFirstStart("/tax");
        // checked again and again, but what the log names cannot be fetched
        await("the log was looked at")
                .during(Duration.ofSeconds(4))
                .atMost(Duration.ofSeconds(8))
                .untilAsserted(() -> {
                    JsonPath profile = bank.looksAt(business).jsonPath();
                    assertThat(profile.getList("unknown")).containsExactly("publishedTaxArrears");
                    assertThat(profile.getList("facts.field")).doesNotContain("publishedTaxArrears");
                });

        inbox.canFetch(agencies.tax, business.id());
        await("what was stated before is known").atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            JsonPath profile = bank.looksAt(business).jsonPath();
            assertThat(profile.getList("unknown")).isEmpty();
            assertThat(profile.getList("facts.field")).contains("publishedTaxArrears");
        });
    }

    @Test
    void an_agency_that_was_not_heard_for_long_is_unknown_of_every_business_until_it_is_heard_again() {
        Business business = known();
        var inbox = new TestedInbox(database, "credit", "exchange-events", "exchange");
        agencies.exchange.next(business.id(), Agencies.granted("建许1号"));
        inbox.isBehind(agencies.exchange, business.id());
        afterTheLookUnderWay();
        execute(
                "update head_cursor set whole_at = timestampadd(minute, -20, utc_timestamp(6)) where source = '/exchange'");
        Business other = known();
        assertThat(bank.looksAt(other).jsonPath().getList("unknown")).containsExactly("permit");

        inbox.canFetch(agencies.exchange, business.id());
        await("it is heard again")
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(bank.looksAt(other).jsonPath().getList("unknown"))
                        .isEmpty());
        assertThat(bank.looksAt(business).jsonPath().getList("facts.field")).contains("permit");
    }

    /** One that began before the log named the business may still note that nothing was missing. */
    private static void afterTheLookUnderWay() {
        await("a look that was under way has ended")
                .pollDelay(Duration.ofSeconds(2))
                .until(() -> true);
    }

    private void asBeforeTheFirstStart(String source) {
        execute("update head_cursor set whole_at = null where source = '" + source + "'");
    }

    private void execute(String sql) {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
