package io.hutong.credit.publication.adapter;

import io.hutong.credit.publication.Platforms;
import io.hutong.credit.publication.Reconcile;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;

/** Carries the comparisons with the platforms on, a step with each in turn, and begins one with each once a day. */
@Singleton
class ReconciliationWorker {
    private static final String SYSTEM = "SYSTEM";

    private final Reconcile reconcile;
    private final Platforms platforms;

    ReconciliationWorker(Reconcile reconcile, Platforms platforms) {
        this.reconcile = reconcile;
        this.platforms = platforms;
    }

    @Scheduled(
            every = "${hutong.credit.reconciliation.look-every:2s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void carryOn() throws InterruptedException {
        boolean more = true;
        while (more) {
            more = false;
            for (String code : platforms.connected().keySet()) {
                more |= reconcile.step(code);
            }
        }
    }

    @Scheduled(every = "24h", delayed = "1h", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void begin() {
        platforms.connected().keySet().forEach(code -> reconcile.begin(code, SYSTEM));
    }
}
