package io.hutong.registration.duty;

import static org.assertj.core.api.Assertions.assertThat;

import io.hutong.events.Agency;
import io.hutong.events.EventTypes;
import io.hutong.events.RegistrationEvent;
import io.hutong.time.WorkingDays;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DutiesTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private final Duties duties = Duties.bundled();

    @Test
    void tax_and_only_tax_owes_an_answer_to_every_event_about_a_change() {
        List<String> types = EventTypes.all().stream()
                .filter(type -> RegistrationEvent.OfChange.class.isAssignableFrom(
                        EventTypes.classOf(type).orElseThrow()))
                .toList();
        assertThat(types)
                .isNotEmpty()
                .allSatisfy(type -> assertThat(duties.owedTo(type, "*", DAY))
                        .extracting(Duties.Owed::agency)
                        .containsExactly(Agency.TAX));
        assertThat(duties.owedTo("io.hutong.tax.change-received.v1", "*", DAY)).isEmpty();
    }

    @Test
    void the_deadline_is_counted_in_working_days() {
        Duties.Owed owed = duties.owedTo("io.hutong.registration.operator-changed.v1", "INTER_VIVOS", DAY)
                .get(0);
        assertThat(owed.workingDays()).isEqualTo(10);
        assertThat(owed.dueOn(DAY, WorkingDays.bundled()))
                .isEqualTo(new WorkingDays.Day(LocalDate.of(2026, 3, 16), false));
        assertThat(owed.ruleSet()).isEqualTo("registration.duties/2024.1");
    }
}
