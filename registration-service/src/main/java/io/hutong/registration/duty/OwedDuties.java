package io.hutong.registration.duty;

import io.hutong.events.RegistrationEvent;
import io.hutong.time.LegalTime;
import io.hutong.time.WorkingDays;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Which agencies owe an answer to a registered change, and by when, as the rules say on the day of commit. */
@ApplicationScoped
public class OwedDuties {
    private final Duties duties;
    private final WorkingDays calendar;

    public OwedDuties(Duties duties, WorkingDays calendar) {
        this.duties = duties;
        this.calendar = calendar;
    }

    public List<Duty> of(RegistrationEvent event, Instant at) {
        LocalDate today = LocalDate.ofInstant(at, LegalTime.ZONE);
        return duties.owedTo(event, today).stream()
                .map(owed ->
                        Duty.owed(owed.agency(), at, owed.dueOn(today, calendar).date()))
                .toList();
    }
}
