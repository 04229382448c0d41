package io.hutong.tax.changesync;

import io.hutong.identity.BizId;
import io.hutong.identity.ChangeId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** All changes that ever reached tax. */
public interface TaxChanges {
    /** Whose it is, without reading it: to be asked before the business is locked. */
    Optional<BizId> businessOf(ChangeId id);

    Optional<TaxChange> find(ChangeId id);

    /** Waiting changes of a business in the order of the register. */
    List<TaxChange> waiting(BizId bizId);

    /** Changes that the given one cancelled, in the order of the register. */
    List<TaxChange> endedBy(BizId bizId, ChangeId by);

    /** Businesses with a waiting change, in order of id, after the given one. */
    List<BizId> businessesWaiting(@Nullable BizId last, int limit);

    Set<BizId> withWaiting(Set<BizId> among);

    void add(TaxChange change);

    void save(TaxChange change);
}
