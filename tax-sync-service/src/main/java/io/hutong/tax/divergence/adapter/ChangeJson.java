package io.hutong.tax.divergence.adapter;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.hutong.events.Block;
import io.hutong.events.BlockingItem;
import io.hutong.events.DeregistrationProcedure;
import io.hutong.rules.Explanation;
import io.hutong.tax.changesync.Content;
import io.hutong.tax.changesync.TaxChange;
import io.hutong.tax.changesync.TaxChange.Progress;
import io.hutong.tax.clearance.ClearanceRequest;
import io.hutong.tax.clearance.Earlier;
import io.hutong.tax.clearance.EarlierChanges;
import io.hutong.tax.clearance.Hold;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One change or request for clearance as a tax officer sees it, with the decision behind it. {@code decision} is what the gate says
 * and holds; where an officer's act or a certificate stands against it, it is the {@code earlierDecision}.
 */
record ChangeJson(
        String changeId,
        String bizId,
        String kind,
        String state,
        Instant registeredAt,
        LocalDate effectiveOn,
        Instant receivedAt,
        @Nullable Instant heldSince,
        @Nullable Instant endedAt,
        @Nullable String mode,
        @Nullable String reason,
        @Nullable String endedBy,
        @Nullable String note,
        boolean divergent,
        List<Block> blocks,
        List<BlockingItem> items,
        List<String> unknown,
        @Nullable AdviceJson advice,
        @Nullable Earlier earlier,
        @Nullable String ruleSet,
        List<String> followUps,
        @Nullable Boolean licenceReissued,
        @Nullable DeregistrationProcedure procedure,

        @JsonRawValue
        @Schema(
                implementation = Explanation.class,
                description =
                        "The gate's decision that holds now; absent where an officer, a certificate or an earlier change"
                                + " decides 现行判定；由税务人员、清税证明或在先变更决定的，不列")
        @Nullable
        String decision,

        @JsonRawValue
        @Schema(
                implementation = Explanation.class,
                description =
                        "What the gate said last, where it holds no longer: the certificate was revoked, the request"
                                + " refused or withdrawn, the change annulled 以前的判定，现已不作数")
        @Nullable
        String earlierDecision) {

    static ChangeJson of(TaxChange change, EarlierChanges line) {
        Progress progress = change.progress();
        Shown shown = Shown.of(progress.hold());
        return new ChangeJson(
                change.id().value(),
                change.bizId().value(),
                change.content().kind().name(),
                change.state().name(),
                change.cause().occurredAt(),
                change.cause().effectiveAt(),
                change.receivedAt(),
                progress.heldSince(),
                progress.endedAt(),
                name(progress.mode()),
                name(progress.reason()),
                progress.endedBy() == null ? null : progress.endedBy().value(),
                progress.note(),
                change.divergent(),
                shown.blocks,
                shown.items,
                shown.unknown,
                AdviceJson.of(progress.hold()),
                line.of(progress.hold()),
                shown.ruleSet,
                progress.followUps(),
                change.content() instanceof Content.NewFacts facts ? facts.licenceReissued() : null,
                change.content() instanceof Content.Departure departure ? departure.procedure() : null,
                change.gateDecides() ? progress.explanation() : null,
                change.gateDecides() ? null : progress.explanation());
    }

    static ChangeJson of(ClearanceRequest request, EarlierChanges line) {
        Shown shown = Shown.of(request.hold());
        boolean open = request.state() == ClearanceRequest.State.OPEN;
        return new ChangeJson(
                request.changeId().value(),
                request.cause().bizId().value(),
                "CLEARANCE",
                request.state().name(),
                request.cause().occurredAt(),
                request.cause().effectiveAt(),
                request.receivedAt(),
                open ? request.receivedAt() : null,
                open ? null : request.stateSince(),
                null,
                null,
                null,
                request.note(),
                false,
                shown.blocks,
                shown.items,
                shown.unknown,
                AdviceJson.of(request.hold()),
                line.of(request.hold()),
                shown.ruleSet,
                List.of(),
                null,
                null,
                request.gateDecides() ? request.explanation() : null,
                request.gateDecides() ? null : request.explanation());
    }

    private static @Nullable String name(@Nullable Enum<?> value) {
        return value == null ? null : value.name();
    }

    private record Shown(
            List<Block> blocks,
            List<BlockingItem> items,
            List<String> unknown,
            @Nullable String ruleSet) {
        static Shown of(@Nullable Hold hold) {
            if (hold == null) {
                return new Shown(List.of(), List.of(), List.of(), null);
            }
            BlockingItem.Items items = hold.items();
            return new Shown(
                    hold.blocks(),
                    items == null ? List.of() : items.items(),
                    items == null ? List.of() : items.unknown(),
                    hold.ruleSet());
        }
    }
}
