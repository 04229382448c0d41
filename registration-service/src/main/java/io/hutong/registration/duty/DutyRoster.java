package io.hutong.registration.duty;

import io.hutong.events.RegistrationEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Writes the owing agencies on a change in the transaction that registers it. */
@ApplicationScoped
public class DutyRoster {
    private final TrackedChanges changes;
    private final OwedDuties duties;

    public DutyRoster(TrackedChanges changes, OwedDuties duties) {
        this.changes = changes;
        this.duties = duties;
    }

    public void assign(
            TrackedChange.Subject subject,
            RegistrationEvent event,
            LocalDate effectiveOn,
            @Nullable TrackedChange application,
            Instant at) {
        var owed = duties.of(event, at);
        if (application == null) {
            changes.add(TrackedChange.registered(subject, effectiveOn, owed, at));
        } else {
            changes.save(application.registered(effectiveOn, owed, at));
        }
    }
}
