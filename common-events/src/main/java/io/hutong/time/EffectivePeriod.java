package io.hutong.time;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The legal days from one to another, both included, as laws state them; without a last day it has no end yet. */
public record EffectivePeriod(LocalDate from, @Nullable LocalDate through) {
    public EffectivePeriod {
        if (through != null && through.isBefore(from)) {
            throw new IllegalArgumentException("a period does not end before it begins");
        }
    }

    public static EffectivePeriod since(LocalDate from) {
        return new EffectivePeriod(from, null);
    }

    public boolean contains(LocalDate day) {
        return !day.isBefore(from) && (through == null || !day.isAfter(through));
    }

    public boolean overlaps(EffectivePeriod other) {
        return startsInTimeFor(other) && other.startsInTimeFor(this);
    }

    /** The same beginning, ended the day before {@code day}. */
    public EffectivePeriod endedBefore(LocalDate day) {
        return new EffectivePeriod(from, day.minusDays(1));
    }

    private boolean startsInTimeFor(EffectivePeriod other) {
        return other.through == null || !from.isAfter(other.through);
    }
}
