package io.hutong.credit.separateregister;

import io.hutong.identity.AbnormalEntryId;
import io.hutong.identity.BizId;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Entries that have stood on the abnormal list so long that their business belongs in the separate register (另册). */
public interface SeparateRegister {
    /** An open entry whose time is over, as it was stated once; {@code entered} when the register has acted on it. */
    record Due(AbnormalEntryId entryId, BizId bizId, LocalDate listedOn, LocalDate dueOn, boolean entered) {}

    /** Open entries of businesses that have not ended, listed before that day and not stated yet, behind that id. */
    List<AbnormalEntryId> unstated(LocalDate listedBefore, @Nullable AbnormalEntryId after, int limit);

    boolean stated(AbnormalEntryId id);

    void note(AbnormalEntryId id, LocalDate dueOn);

    /** Those that were stated and are still open, behind that id. */
    List<Due> due(@Nullable AbnormalEntryId after, int limit);
}
