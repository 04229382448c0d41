package io.hutong.credit.seriouslist;

import io.hutong.identity.BizId;
import io.hutong.identity.SeriousEntryId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The serious-violation list with its history. */
public interface SeriousEntries {
    /** All of one business, the first listed first. */
    List<SeriousEntry> of(BizId bizId);

    Optional<SeriousEntry> find(SeriousEntryId id);

    /** Open ones that have to leave by that day, behind that id. */
    List<SeriousEntryId> leaving(LocalDate today, @Nullable SeriousEntryId after, int limit);

    void add(SeriousEntry listed);

    void remove(SeriousEntry removed);
}
