package io.hutong.tax.fact;

import io.hutong.identity.BizId;
import io.hutong.tax.receipt.Receipts;
import java.util.Set;

/** What has to be thought over when facts are recorded, in the same transaction. */
public interface WhenFactsChange {
    void recorded(BizId bizId, Receipts receipts);

    /** Those businesses among the given ones for which anything waits. */
    Set<BizId> concerned(Set<BizId> among);
}
