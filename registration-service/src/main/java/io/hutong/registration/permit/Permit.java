package io.hutong.registration.permit;

import io.hutong.events.Agency;
import io.hutong.events.AgencyCode;
import io.hutong.events.ExchangeEvent.PermitEnded;
import io.hutong.registration.register.PermitsShown.Standing;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A permit as its department last stated it; {@code statedBy} alone may say more about it. */
public record Permit(
        Key key,
        AgencyCode statedBy,
        Agency department,
        Term term,
        @Nullable End end) {
    /** What names a permit of one business. */
    public record Key(String permitType, String permitNo) {}

    /** From day to day, both included; without a last day until it is ended. */
    public record Term(LocalDate from, @Nullable LocalDate to) {
        boolean backward() {
            return to != null && to.isBefore(from);
        }
    }

    /** Since when the permit holds no longer, and why. */
    public record End(LocalDate on, PermitEnded.Reason reason) {}

    Permit ended(End how) {
        return new Permit(key, statedBy, department, term, how);
    }

    /** Whether it holds on that day. */
    public Standing standing(LocalDate day) {
        if (end != null && !end.on().isAfter(day)) {
            return end.reason() == PermitEnded.Reason.EXPIRED ? Standing.EXPIRED : Standing.ENDED;
        }
        if (term.from().isAfter(day)) {
            return Standing.NOT_YET;
        }
        return term.to() != null && term.to().isBefore(day) ? Standing.EXPIRED : Standing.IN_FORCE;
    }
}
