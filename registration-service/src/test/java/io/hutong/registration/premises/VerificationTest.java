package io.hutong.registration.premises;

import static org.assertj.core.api.Assertions.assertThat;

import io.hutong.events.Address;
import io.hutong.events.Agency;
import io.hutong.events.AgencyCode;
import io.hutong.identity.BizId;
import io.hutong.identity.DivisionCode;
import io.hutong.identity.EventId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class VerificationTest {
    private static final UUID ID = UUID.fromString("019ab3c0-0000-7000-8000-00000000f001");

    @ParameterizedTest
    @CsvSource({
        "TOWN-620702001, true",
        "TOWN-620702001005, true",
        "TOWN-620702, true",
        "TOWN-620702002, false",
        "TOWN-620702001006, false",
        "TOWN-620721, false",
        "HUD-620702001, false"
    })
    void asked_is_the_agency_of_the_kind_in_whose_division_the_place_lies(String agency, boolean asked) {
        assertThat(verification().askedOf(AgencyCode.of(agency))).isEqualTo(asked);
    }

    private static Verification verification() {
        return new Verification(
                ID,
                new BizId(ID),
                new Address(DivisionCode.of("620702001005"), "县府街18号", Address.Kind.PHYSICAL),
                new Verification.Asked(new EventId(ID), Agency.TOWN, "amr", Instant.EPOCH, LocalDate.of(2026, 12, 1)),
                null);
    }
}
