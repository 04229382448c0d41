package io.hutong.exchange.intake;

import io.hutong.exchange.agency.RegisteredAgency;
import io.hutong.exchange.business.KnownBusiness;
import io.hutong.time.LegalTime;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One request of one sender while it is worked on: what is known already and what was taken so far. */
final class Turn {
    private final RegisteredAgency sender;
    private final Subjects subjects;
    private final Map<String, AcceptedEvent> known;
    private final Instant now;
    private final LocalDate today;
    private final Admission admission;
    private final List<AcceptedEvent> taken = new ArrayList<>();

    Turn(RegisteredAgency sender, Subjects subjects, Map<String, AcceptedEvent> known, Clock clock) {
        this.sender = sender;
        this.subjects = subjects;
        this.known = new HashMap<>(known);
        this.now = clock.instant();
        this.today = LegalTime.today(clock);
        this.admission = new Admission(sender, today, now);
    }

    RegisteredAgency sender() {
        return sender;
    }

    Instant now() {
        return now;
    }

    LocalDate today() {
        return today;
    }

    Admission admission() {
        return admission;
    }

    KnownBusiness admit(Statement statement) {
        return admission.admit(statement, subjects.find(statement.subject()));
    }

    @Nullable
    AcceptedEvent known(String id) {
        return known.get(id);
    }

    AcceptedEvent take(AcceptedEvent event) {
        known.put(event.sent().id(), event);
        taken.add(event);
        return event;
    }

    List<AcceptedEvent> taken() {
        return List.copyOf(taken);
    }
}
