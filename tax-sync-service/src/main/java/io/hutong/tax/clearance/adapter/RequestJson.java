package io.hutong.tax.clearance.adapter;

import io.hutong.events.Block;
import io.hutong.events.BlockingItem;
import io.hutong.tax.clearance.ClearanceRequest;
import io.hutong.tax.clearance.Hold;
import java.time.Instant;
import java.util.List;

/** A request for clearance as an officer sees it. */
record RequestJson(
        String changeId,
        String bizId,
        String tenureId,
        String purpose,
        String state,
        Instant receivedAt,
        Instant stateSince,
        List<Block> blocks,
        List<BlockingItem> items,
        List<String> unknown) {
    static RequestJson of(ClearanceRequest request) {
        Hold hold = request.hold();
        BlockingItem.Items items = hold == null ? null : hold.items();
        return new RequestJson(
                request.changeId().value(),
                request.cause().bizId().value(),
                request.tenureId().value(),
                request.purpose().name(),
                request.state().name(),
                request.receivedAt(),
                request.stateSince(),
                hold == null ? List.of() : hold.blocks(),
                items == null ? List.of() : items.items(),
                items == null ? List.of() : items.unknown());
    }
}
