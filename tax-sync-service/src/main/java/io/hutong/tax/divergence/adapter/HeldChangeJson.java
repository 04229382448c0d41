package io.hutong.tax.divergence.adapter;

import io.hutong.events.Block;
import io.hutong.events.BlockingItem;
import io.hutong.tax.changesync.TaxChange;
import io.hutong.tax.clearance.Earlier;
import io.hutong.tax.clearance.EarlierChanges;
import io.hutong.tax.clearance.Hold;
import io.hutong.tax.taxpayer.Taxpayer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A line of the worklist: what waits, since when, for what, and who can clear it. */
record HeldChangeJson(
        String changeId,
        String bizId,
        String uscc,
        @Nullable String name,
        String kind,
        Instant heldSince,
        long ageDays,
        List<Block> blocks,
        List<BlockingItem> items,
        List<String> unknown,
        @Nullable AdviceJson advice,
        @Nullable Earlier earlier) {

    static HeldChangeJson of(TaxChange change, Taxpayer taxpayer, EarlierChanges line, Instant now) {
        Instant since = Objects.requireNonNull(change.progress().heldSince());
        Hold hold = Objects.requireNonNull(change.progress().hold());
        BlockingItem.Items items = hold.items();
        return new HeldChangeJson(
                change.id().value(),
                change.bizId().value(),
                taxpayer.uscc().value(),
                taxpayer.name(),
                change.content().kind().name(),
                since,
                Duration.between(since, now).toDays(),
                hold.blocks(),
                items == null ? List.of() : items.items(),
                items == null ? List.of() : items.unknown(),
                AdviceJson.of(hold),
                line.of(hold));
    }
}
