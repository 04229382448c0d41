package io.hutong.tax.changesync;

import io.hutong.events.Block;
import io.hutong.identity.BizId;
import io.hutong.identity.ChangeId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** All changes that ever reached tax. */
public interface TaxChanges {
    /** Whose it is, without reading it: to be asked before the business is locked. */
    Optional<BizId> businessOf(ChangeId id);

    Optional<TaxChange> find(ChangeId id);

    /** Looks for many in one go, so that {@link #find} asks the database no more for them in this transaction or request. */
    default void expect(Collection<ChangeId> ids) {}

    /** Waiting changes of a business in the order of the register. */
    List<TaxChange> waiting(BizId bizId);

    /** Changes that an officer refused and no later ones made good, in the order of the register. */
    List<TaxChange> notAllowed(BizId bizId);

    /** Changes that the given one cancelled, in the order of the register. */
    List<TaxChange> endedBy(BizId bizId, ChangeId by);

    /** Changes that a deregistration cancelled and that nothing has ended otherwise since, in the order of the register. */
    List<TaxChange> overtaken(BizId bizId);

    /** Businesses with a waiting change, in order of id, after the given one. */
    List<BizId> businessesWaiting(@Nullable BizId last, int limit);

    Set<BizId> withWaiting(Set<BizId> among);

    /** Waiting changes that the search fits, held longest first. */
    List<TaxChange> held(HeldSearch search, int limit);

    /** Which held changes to list: of one class, held since before a moment, after a place in the list. */
    record HeldSearch(
            Block.@Nullable Class reason,
            @Nullable Instant heldBefore,
            @Nullable Place after) {}

    /** Place of a held change in the list. */
    record Place(Instant heldSince, ChangeId id) {}

    void add(TaxChange change);

    void save(TaxChange change);
}
