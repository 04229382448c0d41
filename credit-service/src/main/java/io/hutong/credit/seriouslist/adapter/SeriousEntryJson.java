package io.hutong.credit.seriouslist.adapter;

import io.hutong.credit.seriouslist.SeriousEntry;
import io.hutong.credit.seriouslist.SeriousRules;
import io.hutong.events.SeriousGround;
import io.hutong.identity.BizId;
import io.hutong.identity.PenaltyId;
import io.hutong.identity.SeriousEntryId;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An entry in the serious-violation list. To show it in time was possible until {@code publishBy}; early leaving may be asked
 * for after {@code shortestEndsOn}; it ends by itself on {@code leavesOn}.
 */
@Schema(name = "SeriousEntry")
record SeriousEntryJson(
        SeriousEntryId entryId,
        BizId bizId,
        SeriousGround ground,
        PenaltyId penaltyId,
        String decisionNo,
        String consentNo,
        LocalDate listedOn,
        LocalDate publishBy,
        LocalDate shownFrom,
        LocalDate shortestEndsOn,
        LocalDate leavesOn,
        boolean open,
        SeriousEntry.@Nullable Mode removalMode,
        @Nullable LocalDate removedOn) {

    static SeriousEntryJson of(SeriousEntry entry, SeriousRules rules) {
        SeriousEntry.Listing listing = entry.listing();
        SeriousEntry.Removal removal = entry.removal();
        return new SeriousEntryJson(
                entry.id(),
                entry.bizId(),
                listing.ground(),
                listing.penaltyId(),
                listing.decisionNo(),
                listing.consentNo(),
                listing.on(),
                rules.publishBy(listing.on()),
                listing.shownFrom(),
                entry.terms().shortestEndsOn(),
                entry.terms().leavesOn(),
                entry.open(),
                removal == null ? null : removal.mode(),
                removal == null ? null : removal.on());
    }
}
