package io.hutong.rules;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Days on which a rule is in force, both ends included; without a last day it has no end yet. */
public record Validity(LocalDate from, @Nullable LocalDate to) {
    public Validity {
        if (to != null && to.isBefore(from)) {
            throw new IllegalArgumentException("a validity does not end before it begins");
        }
    }

    public boolean contains(LocalDate day) {
        return !day.isBefore(from) && (to == null || !day.isAfter(to));
    }

    boolean overlaps(Validity other) {
        return (other.to == null || !from.isAfter(other.to)) && (to == null || !other.from.isAfter(to));
    }

    boolean encloses(Validity inner) {
        return !inner.from.isBefore(from) && (to == null || (inner.to != null && !inner.to.isAfter(to)));
    }

    /** The day itself, or the nearest one in force. */
    LocalDate nearest(LocalDate day) {
        if (day.isBefore(from)) {
            return from;
        }
        return to != null && day.isAfter(to) ? to : day;
    }

    @Override
    public String toString() {
        return from + ".." + (to == null ? "" : to);
    }
}
