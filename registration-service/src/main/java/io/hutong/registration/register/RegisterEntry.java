package io.hutong.registration.register;

import io.hutong.events.ChangeKind;
import io.hutong.identity.BizId;
import io.hutong.identity.ChangeId;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One registered change: when it took legal effect, when it was recorded and by whom, and both images of each fact it
 * touched. It is never edited; an annulment is noted beside it.
 */
public record RegisterEntry(
        BizId bizId,
        long version,
        ChangeId changeId,
        ChangeKind kind,
        LocalDate effectiveOn,
        Instant recordedAt,
        String recordedBy,
        StatePatch before,
        StatePatch after,
        @Nullable Annulled annulled) {
    /** That another change took the effect of this one away, from its beginning. */
    public record Annulled(ChangeId by, Instant recordedAt) {}

    boolean standsAt(Instant knownAt) {
        return !recordedAt.isAfter(knownAt)
                && (annulled == null || annulled.recordedAt().isAfter(knownAt));
    }

    RegisterEntry annulled(ChangeId by, Instant at) {
        return new RegisterEntry(
                bizId,
                version,
                changeId,
                kind,
                effectiveOn,
                recordedAt,
                recordedBy,
                before,
                after,
                new Annulled(by, at));
    }
}
