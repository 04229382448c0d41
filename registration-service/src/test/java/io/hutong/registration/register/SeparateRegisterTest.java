package io.hutong.registration.register;

import static org.assertj.core.api.Assertions.assertThat;

import io.hutong.events.AbnormalGround;
import io.hutong.events.BusinessStatus;
import io.hutong.identity.AbnormalEntryId;
import io.hutong.registration.register.SeparateRegister.End;
import io.hutong.registration.register.SeparateRegister.Term;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SeparateRegisterTest {
    private static final LocalDate SINCE = LocalDate.of(2028, 7, 2);
    private static final LocalDate BACK = LocalDate.of(2028, 9, 20);
    private static final Instant ENTERED = Instant.parse("2028-07-02T02:00:00Z");
    private static final Instant LEFT = Instant.parse("2028-09-20T02:00:00Z");
    private static final Term TERM = term(SINCE, ENTERED);

    @ParameterizedTest
    @CsvSource({
        "2028-07-01, 2029-01-01T00:00:00Z, false",
        "2028-07-02, 2029-01-01T00:00:00Z, true",
        "2028-09-19, 2029-01-01T00:00:00Z, true",
        "2028-09-20, 2029-01-01T00:00:00Z, false",
        "2028-09-20, 2028-09-20T01:59:59Z, true",
        "2028-07-02, 2028-07-02T01:59:59Z, false"
    })
    void a_term_covers_its_days_as_far_as_they_were_known(LocalDate day, Instant knownAt, boolean there) {
        SeparateRegister ended = SeparateRegister.NEVER.entered(TERM).left(BACK, LEFT);
        assertThat(ended.on(day, knownAt)).isEqualTo(there);
    }

    @Test
    void a_second_term_begins_behind_the_first_and_ends_alone() {
        SeparateRegister first = SeparateRegister.NEVER.entered(TERM);
        assertThat(SeparateRegister.NEVER.present()).isEmpty();
        assertThat(first.present()).contains(TERM);
        assertThat(first.left(BACK, LEFT).present()).isEmpty();

        Term again = term(LocalDate.of(2031, 1, 5), Instant.parse("2031-01-05T02:00:00Z"));
        SeparateRegister second = first.left(BACK, LEFT).entered(again);
        assertThat(second.present()).contains(again);
        SeparateRegister both = second.left(LocalDate.of(2031, 2, 1), Instant.parse("2031-02-01T02:00:00Z"));
        assertThat(both.terms())
                .extracting(Term::end)
                .containsExactly(
                        new End(BACK, LEFT), new End(LocalDate.of(2031, 2, 1), Instant.parse("2031-02-01T02:00:00Z")));
    }

    @ParameterizedTest
    @CsvSource({
        "ACTIVE, SEPARATE_REGISTER",
        "SUSPENDED, SEPARATE_REGISTER",
        "SIMPLE_DEREG_PENDING, SEPARATE_REGISTER",
        "SEPARATE_REGISTER, SEPARATE_REGISTER",
        "LICENCE_REVOKED, LICENCE_REVOKED",
        "REGISTRATION_ANNULLED, REGISTRATION_ANNULLED",
        "DEREGISTERED, DEREGISTERED",
        "CONVERTED, CONVERTED",
        "MIGRATED_OUT, MIGRATED_OUT"
    })
    void it_lies_over_what_is_registered_of_a_business_that_has_not_ended(
            BusinessStatus registered, BusinessStatus seen) {
        assertThat(Business.marked(registered)).isEqualTo(seen);
    }

    private static Term term(LocalDate since, Instant recordedAt) {
        return new Term(
                since, new AbnormalEntryId(UUID.randomUUID()), AbnormalGround.ABN_UNREACHABLE, recordedAt, null);
    }
}
