package io.hutong.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class WorkingDaysTest {
    private static final WorkingDays CALENDAR = WorkingDays.bundled();

    @ParameterizedTest
    @CsvSource({
        "2026-10-01, false", // Thursday, National Day
        "2026-11-24, true", // an ordinary Tuesday
        "2026-11-21, false", // an ordinary Saturday
        "2004-01-17, true", // Saturday, made up for Spring Festival
        "2004-01-22, false"
    })
    void holidays_rest_and_made_up_days_work(LocalDate day, boolean working) {
        assertThat(CALENDAR.isWorkingDay(day)).isEqualTo(working);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-24, 0, 2026-11-24, false",
        "2026-11-24, 5, 2026-12-01, false",
        "2026-11-20, 1, 2026-11-23, false",
        "2004-01-16, 1, 2004-01-17, false", // the made-up Saturday counts
        "2026-12-31, 1, 2027-01-01, true", // New Year 2027 is not known to be a holiday yet
        "2027-03-05, 1, 2027-03-08, true"
    })
    void a_period_begins_on_the_next_day_and_counts_working_days(
            LocalDate from, int days, LocalDate last, boolean provisional) {
        assertThat(CALENDAR.after(from, days)).isEqualTo(new WorkingDays.Day(last, provisional));
    }

    @ParameterizedTest
    @CsvSource({"2026-11-21, 2026-11-23, false", "2026-11-24, 2026-11-24, false", "2027-01-02, 2027-01-04, true"})
    void a_period_that_ends_on_a_day_of_rest_ends_on_the_next_working_day(
            LocalDate day, LocalDate rolled, boolean provisional) {
        assertThat(CALENDAR.rollForward(day)).isEqualTo(new WorkingDays.Day(rolled, provisional));
    }

    @Test
    void a_calendar_may_be_loaded_from_lines() {
        WorkingDays calendar = WorkingDays.of(List.of("2027-01-01,HOLIDAY,元旦"));
        assertThat(calendar.after(LocalDate.of(2027, 1, 1), 0).provisional()).isFalse();
        assertThat(calendar.isWorkingDay(LocalDate.of(2027, 1, 1))).isFalse();
        assertThat(calendar.provisional(LocalDate.of(2028, 1, 1))).isTrue();
        assertThat(calendar.provisional(LocalDate.of(2026, 12, 31))).isTrue();
    }

    @Test
    void the_legal_day_begins_in_beijing() {
        Clock clock = Clock.fixed(Instant.parse("2026-11-23T16:00:00Z"), ZoneOffset.UTC);
        assertThat(LegalTime.today(clock)).isEqualTo(LocalDate.of(2026, 11, 24));
    }

    @Test
    void a_period_has_both_its_days_and_may_be_open() {
        EffectivePeriod relief = new EffectivePeriod(LocalDate.of(2023, 1, 1), LocalDate.of(2027, 12, 31));
        assertThat(relief.contains(LocalDate.of(2027, 12, 31))).isTrue();
        assertThat(relief.contains(LocalDate.of(2028, 1, 1))).isFalse();
        EffectivePeriod since = EffectivePeriod.since(LocalDate.of(2027, 12, 31));
        assertThat(since.overlaps(relief)).isTrue();
        assertThat(relief.overlaps(since)).isTrue();
        assertThat(relief.endedBefore(LocalDate.of(2026, 1, 1)).overlaps(since)).isFalse();
        assertThat(since.contains(LocalDate.of(2999, 1, 1))).isTrue();
        assertThatIllegalArgumentException().isThrownBy(() -> since.endedBefore(LocalDate.of(2027, 12, 31)));
    }
}
