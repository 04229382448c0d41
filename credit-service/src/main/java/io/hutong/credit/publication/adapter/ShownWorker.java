package io.hutong.credit.publication.adapter;

import io.hutong.credit.business.CreditTime;
import io.hutong.credit.publication.EndShown;
import io.hutong.credit.publication.Platforms;
import io.hutong.credit.publication.PublicityPlatform.NotReachable;
import io.hutong.credit.publication.Reconcile;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Ends what a platform has shown long enough, and compares once a day what it shows with what it should: the injected clock says
 * when a day began. The first look after a start counts as one, because the day may have begun meanwhile.
 */
@Singleton
class ShownWorker {
    private static final Logger LOG = Logger.getLogger(ShownWorker.class);
    private static final int STEP = 200;

    private final EndShown end;
    private final Reconcile reconcile;
    private final Platforms platforms;
    private final CreditTime time;
    private volatile @Nullable LocalDate compared;

    ShownWorker(EndShown end, Reconcile reconcile, Platforms platforms, CreditTime time) {
        this.end = end;
        this.reconcile = reconcile;
        this.platforms = platforms;
        this.time = time;
    }

    @Scheduled(
            every = "${hutong.credit.publication.look-every:60s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void end() {
        boolean more = true;
        while (more) {
            more = end.next(STEP);
        }
    }

    @Scheduled(
            every = "${hutong.credit.publication.compare-look-every:60s}",
            delayed = "${hutong.credit.publication.compare-delay:1m}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void compare() throws InterruptedException {
        LocalDate today = time.today();
        if (!today.equals(compared)) {
            compareAll();
            compared = today;
        }
    }

    private void compareAll() throws InterruptedException {
        for (String code : platforms.connected().keySet()) {
            try {
                reconcile.handle(code);
            } catch (NotReachable silent) {
                LOG.warnf("%s did not tell what it shows: %s", code, silent.getMessage());
            }
        }
    }
}
