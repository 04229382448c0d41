package io.hutong.exchange.agency;

import io.hutong.identity.DivisionCode;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;

/** Everything one agency may state. What is not granted is forbidden. */
public record Grants(List<Grant> all, long version) {
    private static final Grants NONE = new Grants(List.of(), 0);

    /** How a wish to state something fares. */
    public enum Verdict {
        ALLOWED,
        TYPE_NOT_GRANTED,
        NOT_IN_FORCE,
        FOREIGN_DIVISION
    }

    public Grants {
        all = List.copyOf(all);
    }

    public static Grants none() {
        return NONE;
    }

    Grants replacedBy(List<Grant> others) {
        return new Grants(others, version + 1);
    }

    /** Whether an event of this type may be stated at all on this day, wherever the business is. */
    public Verdict of(String type, LocalDate day) {
        return of(type, day, grant -> true);
    }

    /** Whether an event of this type may be stated on this day about a business that belongs to these places. */
    public Verdict of(String type, LocalDate day, Collection<DivisionCode> places) {
        return of(type, day, grant -> grant.covers(places));
    }

    private Verdict of(String type, LocalDate day, Predicate<Grant> covers) {
        List<Grant> ofType = all.stream().filter(grant -> grant.names(type)).toList();
        List<Grant> inForce =
                ofType.stream().filter(grant -> grant.holdsOn(day)).toList();
        if (ofType.isEmpty()) {
            return Verdict.TYPE_NOT_GRANTED;
        }
        if (inForce.isEmpty()) {
            return Verdict.NOT_IN_FORCE;
        }
        return inForce.stream().anyMatch(covers) ? Verdict.ALLOWED : Verdict.FOREIGN_DIVISION;
    }
}
