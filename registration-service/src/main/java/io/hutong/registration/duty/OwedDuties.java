package io.hutong.registration.duty;

import io.hutong.events.EventTypes;
import io.hutong.events.RegistrationEvent;
import io.hutong.events.RegistrationEvent.ClearanceRequested;
import io.hutong.time.LegalTime;
import io.hutong.time.WorkingDays;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Which agencies owe an answer to a registered change or a question, and by when, as the rules say on the day of commit. */
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
        return owed(duties.owedTo(event, today), today, at);
    }

    /** Who owes a clearance that is asked for now, and by when. */
    public List<Duty> ofClearance(Instant at) {
        LocalDate today = LocalDate.ofInstant(at, LegalTime.ZONE);
        return owed(duties.owedTo(EventTypes.typeOf(ClearanceRequested.class), "*", today), today, at);
    }

    private List<Duty> owed(List<Duties.Owed> all, LocalDate today, Instant at) {
        return all.stream()
                .map(owed ->
                        Duty.owed(owed.agency(), at, owed.dueOn(today, calendar).date()))
                .toList();
    }
}
