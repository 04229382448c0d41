package io.hutong.credit.publication.adapter;

import io.hutong.credit.business.CreditTime;
import io.hutong.credit.publication.Platforms;
import io.hutong.credit.publication.Reconcile;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Carries the comparisons with the platforms on, a step with each in turn, and begins one with each once a day: the injected clock
 * says when a day began. The first look after a start counts as one, because the day may have begun meanwhile.
 */
@Singleton
class ReconciliationWorker {
    private static final String SYSTEM = "SYSTEM";

    private final Reconcile reconcile;
    private final Platforms platforms;
    private final CreditTime time;
    private volatile @Nullable LocalDate begun;

    ReconciliationWorker(Reconcile reconcile, Platforms platforms, CreditTime time) {
        this.reconcile = reconcile;
        this.platforms = platforms;
        this.time = time;
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

    @Scheduled(
            every = "${hutong.credit.publication.compare-look-every:60s}",
            delayed = "${hutong.credit.publication.compare-delay:1m}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void begin() {
        LocalDate today = time.today();
        if (!today.equals(begun)) {
            platforms.connected().keySet().forEach(code -> reconcile.begin(code, SYSTEM));
            begun = today;
        }
    }
}
