package io.hutong.tax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hutong.events.Regime;
import io.hutong.events.TaxEvent.ChangeCompleted;
import io.hutong.events.TaxEvent.ChangeCompleted.Mode;
import io.hutong.events.TaxEvent.ChangeHeld;
import io.hutong.events.TaxEvent.ChangeReceived;
import io.hutong.identity.ChangeId;
import io.hutong.tax.Register.Business;
import io.hutong.tax.fact.FactItem;
import io.hutong.tax.fact.FactLog;
import io.hutong.tax.fact.FactValue;
import io.hutong.tax.fact.TaxFact;
import io.hutong.testing.HutongTestResource;
import io.hutong.testing.TestClock;
import io.hutong.time.LegalTime;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** A legal day begins, and what waited for nothing but that day goes on although nobody does anything. */
@QuarkusTest
@QuarkusTestResource(value = HutongTestResource.class, initArgs = @ResourceArg(name = "service", value = "tax"))
@TestProfile(NightlyReevaluationIT.LookingOften.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class NightlyReevaluationIT {
    private static final Duration LOOKS = Duration.ofSeconds(4);

    /** Looks every second whether a day began. */
    public static class LookingOften implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("hutong.tax.re-evaluation.look-every", "1s", "hutong.tax.re-evaluation.delay", "1s");
        }
    }

    @Inject
    TestClock clock;

    @Inject
    FactLog facts;

    @AfterEach
    void back() {
        clock.reset();
    }

    @Test
    void a_held_change_completes_on_the_day_on_which_the_fact_that_clears_it_begins_to_hold() {
        LocalDate today = LegalTime.today(clock);
        // at noon, so that no midnight comes but the one that is meant
        clock.startAt(today.atTime(12, 0).atZone(LegalTime.ZONE).toInstant());
        try (Register register = new Register()) {
            Business business = register.opened();
            says(register, business, business.opening(), Mode.AUTO);
            TaxClient.clean(business.id());
            TaxClient.fact(business.id(), "ARREARS", "YES");
            ChangeId change = Register.change();
            register.publish(
                    business,
                    register.passed(business, change, business.tenure(), Register.tenure(), Regime.POST_SYNC, null));
            await("held")
                    .atMost(Duration.ofSeconds(40))
                    .until(() ->
                            register.answersAbout(business, change).stream().anyMatch(ChangeHeld.class::isInstance));
            paidFrom(today.plusDays(1), business);

            await("some looks on the same day, which change nothing")
                    .during(LOOKS)
                    .atMost(LOOKS.multipliedBy(3))
                    .until(() ->
                            kinds(register, business, change).equals(List.of(ChangeReceived.class, ChangeHeld.class)));
            clock.advance(Duration.ofDays(1));

            says(register, business, change, Mode.AFTER_CLEARANCE);
            assertThat(kinds(register, business, change))
                    .containsExactly(ChangeReceived.class, ChangeHeld.class, ChangeCompleted.class);
        }
    }

    /** Recorded without anything being thought over; no door takes a fact of a day to come. */
    private void paidFrom(LocalDate day, Business business) {
        QuarkusTransaction.requiringNew()
                .run(() -> facts.append(List.of(new TaxFact(
                        UUID.randomUUID(),
                        business.id(),
                        business.tenure(),
                        FactItem.ARREARS,
                        FactValue.NO,
                        null,
                        null,
                        "金税",
                        day,
                        clock.instant()))));
    }

    private static List<Class<?>> kinds(Register register, Business business, ChangeId change) {
        return register.answersAbout(business, change).stream()
                .<Class<?>>map(Object::getClass)
                .toList();
    }

    private static void says(Register register, Business business, ChangeId change, Mode mode) {
        await("done")
                .atMost(Duration.ofSeconds(40))
                .untilAsserted(() -> assertThat(register.answersAbout(business, change))
                        .contains(new ChangeCompleted(change, mode, 0, null)));
    }
}
