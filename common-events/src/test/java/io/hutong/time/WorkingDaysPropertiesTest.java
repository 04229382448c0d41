package io.hutong.time;

import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class WorkingDaysPropertiesTest {
    private static final WorkingDays CALENDAR = WorkingDays.bundled();

    @Property
    boolean counting_undoes_adding(@ForAll @IntRange(max = 8_000) int start, @ForAll @IntRange(max = 300) int days) {
        LocalDate from = LocalDate.of(2004, 1, 1).plusDays(start);
        LocalDate last = CALENDAR.after(from, days).date();
        return CALENDAR.between(from, last) == days && (days == 0 || CALENDAR.isWorkingDay(last));
    }
}
