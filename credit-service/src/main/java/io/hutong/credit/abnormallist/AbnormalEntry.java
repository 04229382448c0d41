package io.hutong.credit.abnormallist;

import io.hutong.events.AbnormalGround;
import io.hutong.events.CreditEvent.AbnormalRemoved.Mode;
import io.hutong.identity.AbnormalEntryId;
import io.hutong.identity.BizId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One entry in the abnormal operations list. It holds from its decision until it is removed; how long it is shown is a
 * period of its own ({@code shown}).
 */
public record AbnormalEntry(
        AbnormalEntryId id,
        BizId bizId,
        Cause cause,
        Decision listing,
        Shown shown,
        @Nullable Removal removal) {

    /** Why, for which report where it is missing or false, and on which day that was proven. */
    public record Cause(AbnormalGround ground, @Nullable Integer reportYear, LocalDate provenOn) {}

    /** A decision of the authority: its number, its day, and who decided or on whose order the system did. */
    public record Decision(String number, LocalDate on, String by) {}

    /** The days on which the entry is shown to the public; without a last day as long as it holds. */
    public record Shown(LocalDate from, @Nullable LocalDate to) {}

    /** How the entry ended. */
    public record Removal(Mode mode, Decision decision) {}

    public boolean open() {
        return removal == null;
    }

    AbnormalEntry removed(Removal by) {
        return new AbnormalEntry(id, bizId, cause, listing, shown, by);
    }

    public boolean ofMissingReport() {
        return onGround(AbnormalGround.ABN_REPORT);
    }

    boolean onGround(AbnormalGround ground) {
        return cause.ground() == ground;
    }
}
