package io.hutong.credit.listingrun.adapter;

import io.hutong.credit.listingrun.ListingRun;
import io.hutong.credit.listingrun.ListingRun.Act;
import io.hutong.credit.listingrun.ListingRun.Fate;
import io.hutong.credit.listingrun.ListingRun.State;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A run of the mass listing, to be carried out until {@code listBy}, with how many businesses met each fate so far. */
@Schema(name = "ListingRun")
record RunJson(
        UUID runId,
        int reportYear,
        LocalDate listBy,
        boolean overdue,
        State state,
        String proposedBy,
        Instant proposedAt,
        @Nullable String signedBy,
        @Nullable Instant signedAt,
        @Nullable Instant endedAt,
        int candidates,
        int excluded,
        int listed,
        int filedMeanwhile,
        int notListed) {

    static RunJson of(ListingRun.Counted counted, LocalDate listBy, boolean overdue) {
        ListingRun run = counted.run();
        Act signed = run.signed();
        return new RunJson(
                run.id(),
                run.reportYear(),
                listBy,
                overdue,
                run.state(),
                run.proposed().by(),
                run.proposed().at(),
                signed == null ? null : signed.by(),
                signed == null ? null : signed.at(),
                run.endedAt(),
                count(counted, Fate.CANDIDATE),
                count(counted, Fate.EXCLUDED),
                count(counted, Fate.LISTED),
                count(counted, Fate.FILED_MEANWHILE),
                count(counted, Fate.NOT_LISTED));
    }

    private static int count(ListingRun.Counted counted, Fate fate) {
        return counted.counts().getOrDefault(fate, 0);
    }
}
