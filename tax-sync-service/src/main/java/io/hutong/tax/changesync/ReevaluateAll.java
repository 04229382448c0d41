package io.hutong.tax.changesync;

import io.hutong.identity.BizId;
import io.hutong.tax.clearance.ClearanceRequests;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Every night: puts what waits of every business to the rules again, one business per transaction. One that fails stops
 * no other; it is tried once more at the end, and then the next night.
 */
@ApplicationScoped
public class ReevaluateAll {
    private static final int PAGE = 200;
    private static final System.Logger LOG = System.getLogger(ReevaluateAll.class.getName());

    /** Waits for its turn. */
    @FunctionalInterface
    public interface Turn {
        void await() throws InterruptedException;
    }

    private final TaxChanges changes;
    private final ClearanceRequests requests;
    private final ReevaluateBusiness reevaluate;

    ReevaluateAll(TaxChanges changes, ClearanceRequests requests, ReevaluateBusiness reevaluate) {
        this.changes = changes;
        this.requests = requests;
        this.reevaluate = reevaluate;
    }

    /** How many businesses were looked at; before each, {@code turn} waits as long as others go first. */
    public int handle(Turn turn) throws InterruptedException {
        int looked = 0;
        List<BizId> failed = new ArrayList<>();
        List<BizId> page = next(null);
        while (!page.isEmpty()) {
            for (BizId bizId : page) {
                turn.await();
                if (!reevaluated(bizId)) {
                    failed.add(bizId);
                }
            }
            looked += page.size();
            page = next(page.get(page.size() - 1));
        }
        failed.forEach(this::reevaluated);
        return looked;
    }

    private boolean reevaluated(BizId bizId) {
        try {
            reevaluate.handle(bizId);
            return true;
        } catch (RuntimeException failure) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "business {0} could not be re-evaluated: {1}",
                    bizId.value(),
                    failure.getClass().getSimpleName());
            return false;
        }
    }

    /** The next businesses in order of id; both lists are cut where the shorter one ends. */
    private List<BizId> next(@Nullable BizId last) {
        TreeSet<BizId> ids = new TreeSet<>(changes.businessesWaiting(last, PAGE));
        ids.addAll(requests.businessesWithOpen(last, PAGE));
        return ids.stream().limit(PAGE).toList();
    }
}
