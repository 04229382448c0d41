package io.hutong.tax.changesync.adapter;

import io.hutong.identity.ChangeId;
import jakarta.inject.Singleton;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.HashSet;
import java.util.Set;

/** The changes that this transaction has looked for in vain; the business they concern is locked, so nobody adds them. */
@Singleton
class AbsentChanges {
    private final TransactionSynchronizationRegistry transactions;

    AbsentChanges(TransactionSynchronizationRegistry transactions) {
        this.transactions = transactions;
    }

    /** Ids, as a resource of the transaction. */
    private static final class Ids {
        final Set<ChangeId> all = new HashSet<>();
    }

    boolean has(ChangeId id) {
        return transactions.getTransactionKey() != null && ids().all.contains(id);
    }

    /** Outside a transaction, where nothing is locked, nothing is kept. */
    void note(ChangeId id) {
        if (transactions.getTransactionKey() != null) {
            ids().all.add(id);
        }
    }

    void forget(ChangeId id) {
        ids().all.remove(id);
    }

    private Ids ids() {
        if (transactions.getResource(AbsentChanges.class) instanceof Ids ids) {
            return ids;
        }
        Ids ids = new Ids();
        transactions.putResource(AbsentChanges.class, ids);
        return ids;
    }
}
