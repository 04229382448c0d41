package io.hutong.registration;

import static io.hutong.registration.Agencies.FROM;
import static io.hutong.registration.Agencies.HOUSING;
import static org.assertj.core.api.Assertions.assertThat;

import io.hutong.events.Agency;
import io.hutong.events.ExchangeEvent;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What the register takes from departments about permits, and what it refuses and why. */
@QuarkusTest
@RegistrationServers
@DisplayNameGeneration(ReplaceUnderscores.class)
class PermitsIT {
    private static final String NO = "建许3号";
    private static Agencies agencies;

    private final Clerk clerk = Clerk.atTheCounter();
    private String bizId = "";

    @BeforeAll
    static void open() {
        agencies = new Agencies();
    }

    @BeforeEach
    void openBusiness() {
        bizId = clerk.open(Clerk.aShop(Clerk.number()));
    }

    @AfterAll
    static void close() {
        agencies.close();
    }

    @Test
    void a_grant_stated_again_by_a_new_event_is_taken_and_another_one_under_its_number_is_not() {
        assertThat(says(Agencies.granted(HOUSING, NO))).isEqualTo("APPLIED");
        assertThat(says(Agencies.granted(HOUSING, NO))).isEqualTo("APPLIED");
        var other = Agencies.granted(HOUSING, NO);
        assertThat(says(new ExchangeEvent.PermitGranted(
                        other.origin(), other.permitType(), NO, other.department(), FROM.plusDays(1), null)))
                .isEqualTo("REFUSED permit.exists");
        assertThat(shown("validFrom")).containsExactly("2026-01-05");
    }

    @Test
    void a_change_of_a_permit_that_was_granted_before_the_register_listened_makes_it_known() {
        assertThat(says(Agencies.changed(HOUSING, NO, FROM.plusYears(1)))).isEqualTo("APPLIED");
        assertThat(shown("validTo")).containsExactly("2027-01-05");
    }

    @Test
    void an_ended_permit_is_neither_changed_nor_granted_nor_ended_again() {
        assertThat(says(Agencies.granted(HOUSING, NO))).isEqualTo("APPLIED");
        assertThat(says(Agencies.ended(HOUSING, NO, FROM.plusDays(30)))).isEqualTo("APPLIED");
        assertThat(says(Agencies.ended(HOUSING, NO, FROM.plusDays(30)))).isEqualTo("APPLIED");
        assertThat(says(Agencies.ended(HOUSING, NO, FROM.plusDays(31)))).isEqualTo("REFUSED permit.ended");
        assertThat(says(Agencies.changed(HOUSING, NO, null))).isEqualTo("REFUSED permit.ended");
        assertThat(says(Agencies.granted(HOUSING, NO))).isEqualTo("REFUSED permit.exists");
        assertThat(shown("endedOn")).containsExactly("2026-02-04");
    }

    @Test
    void an_agency_has_no_say_about_the_permit_of_another() {
        assertThat(says(Agencies.granted(HOUSING, NO))).isEqualTo("APPLIED");
        assertThat(says(Agencies.changed("HUD-620721", NO, null))).isEqualTo("REFUSED permit.of-another-agency");
        assertThat(says(Agencies.ended("TRANS-620702", NO, FROM.plusDays(1))))
                .isEqualTo("REFUSED permit.of-another-agency");
        assertThat(shown("standing")).containsExactly("IN_FORCE");
    }

    @Test
    void an_agency_states_no_permit_of_another_kind_of_department() {
        var housing = Agencies.granted(HOUSING, NO);
        assertThat(says(new ExchangeEvent.PermitGranted(
                        housing.origin(), housing.permitType(), NO, Agency.VET, FROM, null)))
                .isEqualTo("REFUSED permit.foreign-department");
        assertThat(shown("permitNo")).isEmpty();
    }

    @Test
    void dates_that_run_backward_and_the_end_of_what_is_unknown_are_refused() {
        assertThat(says(Agencies.ended(HOUSING, NO, FROM))).isEqualTo("REFUSED permit.unknown");
        assertThat(says(Agencies.changed(HOUSING, NO, FROM.minusDays(1)))).isEqualTo("REFUSED permit.dates");
        assertThat(says(Agencies.granted(HOUSING, NO))).isEqualTo("APPLIED");
        assertThat(says(Agencies.ended(HOUSING, NO, FROM.minusDays(1)))).isEqualTo("REFUSED permit.dates");
    }

    @Test
    void a_business_that_has_ended_gets_no_permit_and_its_permits_may_end() {
        assertThat(says(Agencies.granted(HOUSING, NO))).isEqualTo("APPLIED");
        clerk.post("/businesses/" + bizId + "/deregistration", Map.of("reason", "不再经营"), 1)
                .then()
                .statusCode(201);
        assertThat(says(Agencies.granted(HOUSING, "建许4号"))).isEqualTo("REFUSED business.ended");
        assertThat(says(Agencies.ended(HOUSING, NO, FROM.plusDays(1)))).isEqualTo("APPLIED");
        assertThat(shown("standing")).containsExactly("ENDED");
    }

    @Test
    void permits_stand_beside_the_business_and_not_in_its_past() {
        assertThat(shown("permitNo")).isEmpty();
        says(Agencies.granted(HOUSING, NO));
        assertThat(shown("permitNo")).containsExactly(NO);
        String today = clerk.get("/businesses/" + bizId).path("establishedOn");
        assertThat(clerk.get("/businesses/" + bizId + "?asOf=" + today)
                        .jsonPath()
                        .<Object>get("permits"))
                .isNull();
    }

    private String says(ExchangeEvent event) {
        return agencies.outcome(bizId, agencies.says(bizId, event));
    }

    private List<String> shown(String member) {
        return clerk.get("/businesses/" + bizId).jsonPath().getList("permits." + member, String.class);
    }
}
