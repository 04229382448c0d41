package io.hutong.credit.abnormallist.adapter;

import io.hutong.credit.abnormallist.AbnormalEntry;
import io.hutong.events.AbnormalGround;
import io.hutong.events.CreditEvent.AbnormalRemoved.Mode;
import io.hutong.identity.AbnormalEntryId;
import io.hutong.identity.BizId;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An entry in the abnormal operations list as the authority keeps it. */
@Schema(name = "AbnormalEntry")
record EntryJson(
        AbnormalEntryId entryId,
        BizId bizId,
        AbnormalGround ground,
        @Nullable Integer reportYear,
        LocalDate provenOn,
        DecisionJson listing,
        LocalDate publishFrom,
        @Nullable LocalDate publishTo,
        boolean open,
        @Nullable Mode removalMode,
        @Nullable DecisionJson removal) {

    /** A decision: its number, day, and who decided. */
    @Schema(name = "ListDecision")
    record DecisionJson(String number, LocalDate on, String by) {
        static DecisionJson of(AbnormalEntry.Decision decision) {
            return new DecisionJson(decision.number(), decision.on(), decision.by());
        }
    }

    static EntryJson of(AbnormalEntry entry) {
        AbnormalEntry.Removal removal = entry.removal();
        return new EntryJson(
                entry.id(),
                entry.bizId(),
                entry.cause().ground(),
                entry.cause().reportYear(),
                entry.cause().provenOn(),
                DecisionJson.of(entry.listing()),
                entry.shown().from(),
                entry.shown().to(),
                entry.open(),
                removal == null ? null : removal.mode(),
                removal == null ? null : DecisionJson.of(removal.decision()));
    }
}
