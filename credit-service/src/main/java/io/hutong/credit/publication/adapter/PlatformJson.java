package io.hutong.credit.publication.adapter;

import io.hutong.credit.publication.Publications.Standing;
import io.hutong.credit.publication.ReadPublications;
import io.hutong.credit.publication.Reconciliation;
import io.hutong.credit.publication.Reconciliation.Found;
import io.hutong.credit.publication.Reconciliation.State;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A public platform: what it must show, what waits for it since when, and how it is. Both are counted up to 10,000;
 * {@code shownMore} and {@code pendingMore} say that there are more.
 */
@Schema(name = "Platform")
record PlatformJson(
        String platform,
        boolean connected,
        int shown,
        boolean shownMore,
        int pending,
        boolean pendingMore,
        @Nullable Instant oldestPending,
        @Nullable Instant acknowledgedAt,
        @Nullable String trouble,
        @Nullable Instant troubleSince,
        @Nullable LastJson reconciliation) {

    /** The last comparison: how many it showed, how many differed, and how many are known to nobody here. */
    @Schema(name = "LastReconciliation")
    record LastJson(
            UUID runId,
            State state,
            Instant startedAt,
            @Nullable Instant endedAt,
            int compared,
            int differences,
            int unknown) {
        static LastJson of(Reconciliation run) {
            return new LastJson(
                    run.id(),
                    run.state(),
                    run.start().at(),
                    run.endedAt(),
                    run.progress().compared(),
                    run.progress().differences().count(),
                    run.progress().unknown().count());
        }
    }

    /** A comparison so far; what differs is ordered again, what it shows that nobody here knows needs a person. */
    @Schema(name = "Reconciliation")
    record ReconciliationJson(
            UUID runId,
            String platform,
            State state,
            Instant startedAt,
            String startedBy,
            int compared,
            FoundJson differences,
            FoundJson unknown,
            @Nullable Instant endedAt,
            @Nullable String trouble) {
        static ReconciliationJson of(Reconciliation run) {
            return new ReconciliationJson(
                    run.id(),
                    run.platform(),
                    run.state(),
                    run.start().at(),
                    run.start().by(),
                    run.progress().compared(),
                    FoundJson.of(run.progress().differences()),
                    FoundJson.of(run.progress().unknown()),
                    run.endedAt(),
                    run.trouble());
        }
    }

    /** How many, and at most the first 1,000 of them. */
    @Schema(name = "ReconciliationFindings")
    record FoundJson(int count, List<UUID> examples) {
        static FoundJson of(Found found) {
            return new FoundJson(found.count(), found.examples());
        }
    }

    static PlatformJson of(ReadPublications.Overview overview) {
        Standing standing = overview.standing();
        return new PlatformJson(
                overview.platform(),
                overview.connected(),
                standing.shown().counted(),
                standing.shown().more(),
                standing.pending().counted(),
                standing.pending().more(),
                standing.oldestPending(),
                overview.state().acknowledgedAt(),
                overview.state().trouble(),
                overview.state().troubleSince(),
                overview.reconciliation().map(LastJson::of).orElse(null));
    }
}
