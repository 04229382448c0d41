package io.hutong.credit.abnormallist.adapter;

import io.hutong.credit.abnormallist.AbnormalEntry;
import io.hutong.credit.business.KnownBusiness;
import io.hutong.events.AbnormalGround;
import io.hutong.events.CreditEvent.AbnormalRemoved.Mode;
import io.hutong.identity.AbnormalEntryId;
import io.hutong.identity.BizId;
import io.hutong.identity.UnifiedSocialCreditCode;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An entry in the abnormal operations list as the authority keeps it; to decide it in time was possible until {@code listBy}. */
@Schema(name = "AbnormalEntry")
record EntryJson(
        AbnormalEntryId entryId,
        BizId bizId,
        UnifiedSocialCreditCode uscc,
        @Nullable String name,
        AbnormalGround ground,
        @Nullable Integer reportYear,
        LocalDate provenOn,
        LocalDate listBy,
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

    static EntryJson of(AbnormalEntry entry, KnownBusiness business, LocalDate listBy) {
        AbnormalEntry.Removal removal = entry.removal();
        return new EntryJson(
                entry.id(),
                entry.bizId(),
                business.uscc(),
                business.name(),
                entry.cause().ground(),
                entry.cause().reportYear(),
                entry.cause().provenOn(),
                listBy,
                DecisionJson.of(entry.listing()),
                entry.shown().from(),
                entry.shown().to(),
                entry.open(),
                removal == null ? null : removal.mode(),
                removal == null ? null : DecisionJson.of(removal.decision()));
    }
}
