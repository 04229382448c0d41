package io.hutong.time;

import io.hutong.data.BundledTable;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Map;

/**
 * Counts working days (工作日) by the State Council's yearly calendar of holidays and make-up working days. In years that
 * the calendar does not cover only weekends are known, and every result that touches one is provisional.
 */
public final class WorkingDays {
    /** A computed day; {@code provisional} until the calendar of every year that it rests on is known. */
    public record Day(LocalDate date, boolean provisional) {}

    private enum Kind {
        HOLIDAY,
        WORKDAY
    }

    private final Map<LocalDate, Kind> exceptions;
    private final int firstYear;
    private final int lastYear;

    private WorkingDays(Map<LocalDate, Kind> exceptions) {
        IntSummaryStatistics years =
                exceptions.keySet().stream().mapToInt(LocalDate::getYear).summaryStatistics();
        this.exceptions = Map.copyOf(exceptions);
        this.firstYear = years.getMin();
        this.lastYear = years.getMax();
    }

    /** The calendar that comes with the product. */
    public static WorkingDays bundled() {
        return of(BundledTable.lines("working-days.csv"));
    }

    /** A calendar from lines of {@code date,HOLIDAY|WORKDAY,name}; it covers the years from its first to its last line. */
    public static WorkingDays of(List<String> lines) {
        Map<LocalDate, Kind> exceptions = new HashMap<>();
        for (String line : lines) {
            String[] fields = line.split(",", -1);
            exceptions.put(LocalDate.parse(fields[0]), Kind.valueOf(fields[1]));
        }
        return new WorkingDays(exceptions);
    }

    public boolean isWorkingDay(LocalDate day) {
        Kind exception = exceptions.get(day);
        if (exception != null) {
            return exception == Kind.WORKDAY;
        }
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    }

    /** Whether the calendar of that day's year is not known. */
    public boolean provisional(LocalDate day) {
        return day.getYear() < firstYear || day.getYear() > lastYear;
    }

    /** The last day of a period of working days that begins on the day after {@code from} (Civil Code art. 201). */
    public Day after(LocalDate from, int workingDays) {
        if (workingDays < 0) {
            throw new IllegalArgumentException("a period has no negative length");
        }
        LocalDate day = from;
        for (int left = workingDays; left > 0; ) {
            day = day.plusDays(1);
            left -= isWorkingDay(day) ? 1 : 0;
        }
        return new Day(day, provisional(from) || provisional(day));
    }

    /** The day itself, or the next working day: where a period in calendar days ends (Civil Code art. 203). */
    public Day rollForward(LocalDate day) {
        LocalDate at = day;
        while (!isWorkingDay(at)) {
            at = at.plusDays(1);
        }
        return new Day(at, provisional(day) || provisional(at));
    }

    /** How many working days lie after {@code from} up to and with {@code to}; 0 when {@code to} is not later. */
    public long between(LocalDate from, LocalDate to) {
        return to.isAfter(from)
                ? from.plusDays(1)
                        .datesUntil(to.plusDays(1))
                        .filter(this::isWorkingDay)
                        .count()
                : 0;
    }
}
