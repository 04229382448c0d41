package io.hutong.credit.financing;

import io.hutong.events.AgencyCode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * How far businesses came on the way to a loan: of all that there are, on the financing platforms by the platforms' own word, and with
 * the demands that were stated here (district notice, measure 9).
 */
public record Funnel(long businesses, List<Told> platforms, List<Reached> banks) {
    public Funnel {
        platforms = List.copyOf(platforms);
        banks = List.copyOf(banks);
    }

    /** A step of registering on a platform, and how many businesses of the county had taken it. */
    public record Step(String step, long businesses) {}

    /** What a platform told of the end of a day, in the order of the steps; who entered it, and when. */
    public record Told(UUID id, String platform, LocalDate asOf, List<Step> steps, String by, Instant at) {
        public Told {
            steps = List.copyOf(steps);
        }
    }

    /** How many demands one bank was offered and how many of them ever came so far, those that it declined later too. */
    public record Reached(
            AgencyCode bank, long offered, long seen, long takenUp, long approved, long paid, long declined) {}
}
