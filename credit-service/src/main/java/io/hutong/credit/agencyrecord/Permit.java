package io.hutong.credit.agencyrecord;

import io.hutong.events.AgencyCode;
import io.hutong.events.ExchangeEvent.PermitEnded;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A permit as its department last stated it; without a last day it holds until it is ended. */
public record Permit(
        Key key,
        AgencyCode statedBy,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        @Nullable End end) {
    /** What names a permit of one business. */
    public record Key(String permitType, String permitNo) {}

    /** Since when it holds no longer, and why. */
    public record End(LocalDate on, PermitEnded.Reason reason) {}

    /** Whether a permit holds on a day, in the words of the register. */
    public enum Standing {
        IN_FORCE,
        NOT_YET,
        EXPIRED,
        ENDED
    }

    Permit ended(End how) {
        return new Permit(key, statedBy, validFrom, validTo, how);
    }

    /** The last day on which it holds, as far as one is known; before the first where it never held. */
    public @Nullable LocalDate lastDay() {
        if (end == null) {
            return validTo;
        }
        LocalDate last = end.on().minusDays(1);
        return validTo == null || last.isBefore(validTo) ? last : validTo;
    }

    /** The first day behind that one on which it stands otherwise, as far as one is known. */
    public @Nullable LocalDate nextChange(LocalDate day) {
        return Stream.of(
                        Optional.of(validFrom),
                        Optional.ofNullable(validTo).map(last -> last.plusDays(1)),
                        Optional.ofNullable(end).map(End::on))
                .flatMap(Optional::stream)
                .filter(then -> then.isAfter(day) && standing(then) != standing(day))
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    /** Whether it holds on that day. */
    public Standing standing(LocalDate day) {
        if (end != null && !end.on().isAfter(day)) {
            return end.reason() == PermitEnded.Reason.EXPIRED ? Standing.EXPIRED : Standing.ENDED;
        }
        if (validFrom.isAfter(day)) {
            return Standing.NOT_YET;
        }
        return validTo != null && validTo.isBefore(day) ? Standing.EXPIRED : Standing.IN_FORCE;
    }
}
