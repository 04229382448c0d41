package io.hutong.tax.changesync;

import io.hutong.identity.BizId;
import io.hutong.tax.clearance.AssessClearance;
import io.hutong.tax.clearance.ClearanceRequests;
import io.hutong.tax.fact.WhenFactsChange;
import io.hutong.tax.receipt.Receipts;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.Set;

/** Puts what waits of a business to the rules again: at once when a fact is recorded, and every night. */
@ApplicationScoped
public class Reevaluate implements WhenFactsChange {
    private final TaxChanges changes;
    private final ClearanceRequests requests;
    private final ChangeLine line;
    private final AssessClearance clearance;

    Reevaluate(TaxChanges changes, ClearanceRequests requests, ChangeLine line, AssessClearance clearance) {
        this.changes = changes;
        this.requests = requests;
        this.line = line;
        this.clearance = clearance;
    }

    @Override
    public void recorded(BizId bizId, Receipts receipts) {
        handle(bizId, receipts);
    }

    @Override
    public Set<BizId> concerned(Set<BizId> among) {
        Set<BizId> concerned = new HashSet<>(changes.withWaiting(among));
        concerned.addAll(requests.withOpen(among));
        return concerned;
    }

    public void handle(BizId bizId, Receipts receipts) {
        line.advance(bizId, receipts);
        clearance.reassess(bizId, receipts);
    }
}
