package io.hutong.credit.sharing.adapter;

import io.hutong.credit.sharing.Feed;
import io.hutong.credit.sharing.FeedEntry;
import io.hutong.credit.sharing.ReadFeed;
import io.hutong.events.AgencyCode;
import io.hutong.identity.UnifiedSocialCreditCode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Changes in the order of their numbers, up to which the bank has acknowledged them, and the last number given so far. */
@Schema(name = "Changes")
record FeedJson(List<ChangeJson> items, long acknowledged, long last) {

    /** A change of a business; {@code facts} are public. */
    @Schema(name = "Change")
    record ChangeJson(
            long number, UnifiedSocialCreditCode uscc, FeedEntry.Kind kind, Map<String, String> facts, Instant madeAt) {
        static ChangeJson of(FeedEntry entry) {
            return new ChangeJson(
                    entry.number(),
                    entry.news().uscc(),
                    entry.news().kind(),
                    entry.news().facts(),
                    entry.madeAt());
        }
    }

    /** How far a bank is: how many changes it has not acknowledged, and since when the oldest waits. */
    @Schema(name = "FeedState")
    record StateJson(
            AgencyCode organisation,
            long businesses,
            long last,
            long acknowledged,
            @Nullable Instant acknowledgedAt,
            long pending,
            @Nullable Instant oldestPendingAt,
            long oldestPendingSeconds) {
        static StateJson of(Feed.State state, Instant now) {
            Instant oldest = state.oldestPendingAt();
            return new StateJson(
                    state.feed().organisation(),
                    state.businesses(),
                    state.feed().last(),
                    state.feed().acknowledged(),
                    state.feed().acknowledgedAt(),
                    state.pending(),
                    oldest,
                    oldest == null
                            ? 0
                            : Math.max(0, Duration.between(oldest, now).toSeconds()));
        }
    }

    static FeedJson of(ReadFeed.Slice slice) {
        return new FeedJson(slice.entries().stream().map(ChangeJson::of).toList(), slice.acknowledged(), slice.last());
    }
}
