package io.hutong.tax.changesync;

import io.hutong.identity.BizId;
import io.hutong.tax.clearance.ClearanceRequests;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Every night: puts what waits of every business to the rules again, one business per transaction. */
@ApplicationScoped
public class ReevaluateAll {
    private static final int PAGE = 200;

    private final TaxChanges changes;
    private final ClearanceRequests requests;
    private final ReevaluateBusiness reevaluate;

    ReevaluateAll(TaxChanges changes, ClearanceRequests requests, ReevaluateBusiness reevaluate) {
        this.changes = changes;
        this.requests = requests;
        this.reevaluate = reevaluate;
    }

    /** How many businesses were looked at. */
    public int handle() {
        int looked = 0;
        List<BizId> page = next(null);
        while (!page.isEmpty()) {
            page.forEach(reevaluate::handle);
            looked += page.size();
            page = next(page.get(page.size() - 1));
        }
        return looked;
    }

    /** The next businesses in order of id; both lists are cut where the shorter one ends. */
    private List<BizId> next(@Nullable BizId last) {
        TreeSet<BizId> ids = new TreeSet<>(changes.businessesWaiting(last, PAGE));
        ids.addAll(requests.businessesWithOpen(last, PAGE));
        return ids.stream().limit(PAGE).toList();
    }
}
