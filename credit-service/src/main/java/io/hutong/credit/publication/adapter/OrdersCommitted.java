package io.hutong.credit.publication.adapter;

import jakarta.inject.Singleton;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Wakes the senders of this process when a transaction that made orders has committed. */
@Singleton
class OrdersCommitted {
    private final TransactionSynchronizationRegistry transactions;
    private final List<Runnable> senders = new CopyOnWriteArrayList<>();

    OrdersCommitted(TransactionSynchronizationRegistry transactions) {
        this.transactions = transactions;
    }

    /** @param sender is called on the committing thread and must not wait */
    void wake(Runnable sender) {
        senders.add(sender);
    }

    void afterCommit() {
        if (transactions.getTransactionStatus() == Status.STATUS_NO_TRANSACTION) {
            senders.forEach(Runnable::run);
        } else if (transactions.getResource(this) == null) {
            transactions.putResource(this, Boolean.TRUE);
            transactions.registerInterposedSynchronization(new Synchronization() {
                @Override
                public void beforeCompletion() {
                    // nothing is known yet
                }

                @Override
                public void afterCompletion(int status) {
                    if (status == Status.STATUS_COMMITTED) {
                        senders.forEach(Runnable::run);
                    }
                }
            });
        }
    }
}
