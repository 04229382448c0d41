package io.hutong.tax.clearance.adapter;

import io.hutong.events.Block;
import io.hutong.events.BlockingItem;
import io.hutong.tax.clearance.Certificate;
import io.hutong.tax.clearance.ClearanceRequest;
import io.hutong.tax.clearance.Earlier;
import io.hutong.tax.clearance.Hold;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A request for clearance as an officer sees it, with the certificates that were issued on it. */
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
        List<String> unknown,
        @Nullable Earlier earlier,
        @Nullable String note,
        List<CertificateJson> certificates) {
    static RequestJson of(ClearanceRequest request, @Nullable Earlier earlier, List<Certificate> certificates) {
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
                items == null ? List.of() : items.unknown(),
                earlier,
                request.note(),
                certificates.stream().map(CertificateJson::of).toList());
    }
}
