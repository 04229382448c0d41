package io.hutong.credit.publication.adapter;

import io.hutong.credit.publication.ReadPublications;
import io.hutong.credit.publication.Reconciliations.Reconciliation;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A public platform: what it must show, what waits for it since when, and how it is. */
@Schema(name = "Platform")
record PlatformJson(
        String platform,
        boolean connected,
        int shown,
        int pending,
        @Nullable Instant oldestPending,
        @Nullable Instant acknowledgedAt,
        @Nullable String trouble,
        @Nullable Instant troubleSince,
        @Nullable LastJson reconciliation) {

    /** The last comparison: how many it showed, how many differed, and how many are known to nobody here. */
    @Schema(name = "LastReconciliation")
    record LastJson(Instant at, int compared, int differences, int unknown) {
        static LastJson of(Reconciliation done) {
            return new LastJson(
                    done.at(),
                    done.compared(),
                    done.differences().size(),
                    done.unknown().size());
        }
    }

    /** What differed, and was ordered again; what it shows that nobody here knows needs a person. */
    @Schema(name = "Reconciliation")
    record ReconciliationJson(Instant at, int compared, List<UUID> differences, List<UUID> unknown) {
        static ReconciliationJson of(Reconciliation done) {
            return new ReconciliationJson(done.at(), done.compared(), done.differences(), done.unknown());
        }
    }

    static PlatformJson of(ReadPublications.Overview overview) {
        return new PlatformJson(
                overview.platform(),
                overview.connected(),
                overview.standing().shown(),
                overview.standing().pending(),
                overview.standing().oldestPending(),
                overview.state().acknowledgedAt(),
                overview.state().trouble(),
                overview.state().troubleSince(),
                overview.reconciliation().map(LastJson::of).orElse(null));
    }
}
