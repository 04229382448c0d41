package io.hutong.tax.clearance;

import io.hutong.identity.BizId;
import io.hutong.identity.ChangeId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** All requests for clearance. */
public interface ClearanceRequests {
    /** Whose it is, without reading it: to be asked before the business is locked. */
    Optional<BizId> businessOf(ChangeId changeId);

    Optional<ClearanceRequest> find(ChangeId changeId);

    /** Open ones of a business, oldest first. */
    List<ClearanceRequest> openOf(BizId bizId);

    /** Businesses with an open request, in order of id, after the given one. */
    List<BizId> businessesWithOpen(@Nullable BizId last, int limit);

    Set<BizId> withOpen(Set<BizId> among);

    /** In the order of their arrival, those after the given place. */
    List<ClearanceRequest> page(ClearanceRequest.State state, @Nullable Place after, int limit);

    /** Place of a request in the order of arrival. */
    record Place(Instant receivedAt, ChangeId changeId) {}

    void add(ClearanceRequest request);

    void save(ClearanceRequest request);
}
