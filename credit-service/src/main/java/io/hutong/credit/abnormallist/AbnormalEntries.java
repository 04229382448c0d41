package io.hutong.credit.abnormallist;

import io.hutong.identity.AbnormalEntryId;
import io.hutong.identity.BizId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The list with its history: a removed entry stays known to the authority and is shown to nobody else. */
public interface AbnormalEntries {
    /** All of one business, the first listed first. */
    List<AbnormalEntry> of(BizId bizId);

    Optional<AbnormalEntry> find(AbnormalEntryId id);

    /** Open ones behind that id, of all businesses that have not ended. */
    List<AbnormalEntry> open(@Nullable AbnormalEntryId after, int limit);

    void add(List<AbnormalEntry> entries);

    /** One whose days of being shown were over before it came here: nobody is told of what is not public any more. */
    void addUnseen(AbnormalEntry entry, LocalDate endedOn);

    void remove(AbnormalEntry removed);

    /** Open ones whose days of being shown are over, and that are still shown, behind that id. */
    List<AbnormalEntryId> shownTooLong(LocalDate today, @Nullable AbnormalEntryId after, int limit);

    /** False if that was so already. */
    boolean shownNoLonger(AbnormalEntry entry, LocalDate endedOn);
}
