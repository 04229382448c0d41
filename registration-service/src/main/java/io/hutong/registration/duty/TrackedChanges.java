package io.hutong.registration.duty;

import io.hutong.identity.BizId;
import io.hutong.identity.ChangeId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All changes on their way, and those that have arrived. */
public interface TrackedChanges {

    /** Which operator changes a list shows; what is absent does not matter. */
    record Filter(@Nullable ChangeState state, @Nullable Boolean divergent) {}

    /** An application that waits, and whose it is. */
    record Waiting(ChangeId changeId, BizId bizId) {}

    Optional<TrackedChange> find(ChangeId id);

    /** Whose it is, without reading it: to be asked before the business is locked. */
    Optional<BizId> businessOf(ChangeId id);

    /** Reads many in one go, so that {@link #find} asks the database no more for them in this transaction. */
    void expect(Collection<ChangeId> ids);

    void add(TrackedChange change);

    /** Stores the new state and appends the news to the timeline. */
    void save(TrackedChange change);

    /** The timeline so far, oldest first. */
    List<TimelineEntry> timeline(ChangeId id);

    /** The application of this business that waits for tax or for its conditions; there is at most one. */
    Optional<TrackedChange> waiting(BizId bizId);

    /** Applications that wait for their conditions, oldest first; no more is read of them, so that none can stop the others. */
    List<Waiting> awaitingConditions(@Nullable ChangeId after, int limit);

    /** Changes of every kind by which an agency's record differs from the register, oldest first. */
    List<TrackedChange> divergent(@Nullable ChangeId after, int limit);

    /** Operator changes, oldest first. */
    List<TrackedChange> operatorChanges(Filter filter, @Nullable ChangeId after, int limit);
}
