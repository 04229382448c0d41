package io.hutong.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hutong.credit.agencyrecord.TurnPermits;
import io.hutong.credit.consent.TestBanks;
import io.hutong.events.Agency;
import io.hutong.events.AgencyCode;
import io.hutong.events.CreditEvent.ProfileUpdated;
import io.hutong.events.DomainEvent;
import io.hutong.events.ExchangeEvent.PermitGranted;
import io.hutong.events.Origin;
import io.hutong.testing.Register;
import io.hutong.testing.Register.Business;
import io.hutong.testing.TestDatabase;
import io.hutong.testing.TestedInbox;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Permits begin and expire by their days alone: who follows a business is told, and the profile is stated to have changed. */
@QuarkusTest
@CreditServers
@DisplayNameGeneration(ReplaceUnderscores.class)
class PermitTurnsIT extends CreditDesks {
    private static final Duration SOON = Duration.ofSeconds(30);

    @SuppressWarnings("NullAway.Init") // opened before all tests
    private static Agencies agencies;

    private final BankDesk bank = BankDesk.another(TestBanks.next());

    @Inject
    TurnPermits worker;

    @SuppressWarnings("NullAway.Init") // injected by the test resource
    TestDatabase database;

    @BeforeAll
    static void openAgencies() {
        agencies = new Agencies();
    }

    @AfterAll
    static void closeAgencies() {
        agencies.close();
    }

    @BeforeEach
    void inAugust() {
        heard(database);
        on("2026-08-03");
    }

    @Test
    void one_that_begins_and_expires_is_told_on_both_days_once() {
        Business business = known();
        bank.follows(business).then().statusCode(200);
        says(business, granted("建许1号", LocalDate.of(2026, 9, 1), LocalDate.of(2026, 9, 30)));
        look();
        assertThat(told()).containsExactly("GRANTED");
        on("2026-09-01");
        look();
        assertThat(told()).containsExactly("GRANTED", "IN_FORCE");
        on("2026-09-30");
        look();
        assertThat(told()).hasSize(2);
        on("2026-10-01");
        look();
        look();
        assertThat(told()).containsExactly("GRANTED", "IN_FORCE", "EXPIRED");
        assertThat(bank.changes("").<String, String>getMap("items[2].facts"))
                .containsEntry("permitNo", "建许1号")
                .containsEntry("validTo", "2026-09-30");
        assertThat(stated.about(business, ProfileUpdated.class, 3))
                .extracting(ProfileUpdated::changed)
                .containsExactly(List.of("permit"), List.of("permit"), List.of("permit"));
    }

    @Test
    void one_whose_whole_time_passed_while_nobody_looked_is_told_as_expired_only() {
        Business business = known();
        bank.follows(business).then().statusCode(200);
        says(business, granted("建许1号", LocalDate.of(2026, 9, 1), LocalDate.of(2026, 9, 30)));
        says(business, granted("建许2号", LocalDate.of(2026, 7, 1), null));
        on("2027-01-01");
        look();
        assertThat(told()).containsExactly("GRANTED", "GRANTED", "EXPIRED");
    }

    @Test
    void one_that_ends_on_the_day_that_was_told_is_not_told_again_but_the_profile_is_stated_to_have_changed() {
        Business business = known();
        bank.follows(business).then().statusCode(200);
        says(business, granted("建许1号", LocalDate.of(2026, 1, 5), LocalDate.of(2026, 12, 31)));
        says(business, Agencies.ended("建许1号", LocalDate.of(2026, 9, 1)));
        on("2026-09-01");
        look();
        assertThat(stated.about(business, ProfileUpdated.class, 3)).hasSize(3);
        on("2027-01-01");
        look();
        assertThat(told()).containsExactly("GRANTED", "ENDED");
        assertThat(stated.about(business, ProfileUpdated.class)).hasSize(3);
    }

    @Test
    void of_a_business_that_has_ended_nothing_is_told() {
        Business business = known();
        bank.follows(business).then().statusCode(200);
        says(business, granted("建许1号", LocalDate.of(2026, 7, 1), LocalDate.of(2026, 9, 30)));
        register.stream.publish(business.id(), Register.deregistered(business));
        await("it has ended").atMost(SOON).until(() -> told().size() == 2);
        on("2026-10-01");
        look();
        assertThat(told()).containsExactly("GRANTED", "WITHHELD");
    }

    /** Looks until nothing is left: the service's own look may be at it. */
    private void look() {
        await("all are said").atMost(SOON).until(() -> {
            worker.handle(worker.turned(null, 1000));
            return worker.turned(null, 1).isEmpty();
        });
    }

    private void says(Business business, DomainEvent event) {
        agencies.exchange.publish(business.id(), event);
        new TestedInbox(database, "credit", "exchange-events", "exchange")
                .awaits(business.id(), agencies.exchange.madeFor(business.id()).size());
    }

    private List<String> told() {
        return bank.changes("").getList("items.findAll { it.kind == 'RECORDS_CHANGED' }.facts.what");
    }

    private static PermitGranted granted(String no, LocalDate from, @Nullable LocalDate to) {
        var origin = new Origin(
                AgencyCode.of(Agencies.HOUSING),
                "/agencies/" + Agencies.HOUSING,
                UUID.randomUUID().toString());
        return new PermitGranted(origin, "BUILDING_WORKS", no, Agency.HUD, from, to);
    }
}
