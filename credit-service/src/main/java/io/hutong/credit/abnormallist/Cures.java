package io.hutong.credit.abnormallist;

import io.hutong.events.AbnormalGround;
import io.hutong.identity.AbnormalEntryId;
import io.hutong.identity.BizId;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Known cures of entries, one each. */
public interface Cures {
    /** The first one stays. */
    void note(Cure cure);

    /** It was none after all. */
    void forget(AbnormalEntryId entryId);

    /** Cured entries that stand although their business is in the register, the first to be removed first, behind that place. */
    List<Cured> open(@Nullable Place after, int limit);

    /** An open entry and its cure. */
    record Cured(
            BizId bizId, AbnormalGround ground, @Nullable Integer reportYear, LocalDate listedOn, Cure cure) {}

    /** A place in the order of the last days. */
    record Place(LocalDate removeBy, AbnormalEntryId entryId) {}
}
