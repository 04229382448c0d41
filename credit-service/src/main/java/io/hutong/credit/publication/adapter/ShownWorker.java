package io.hutong.credit.publication.adapter;

import io.hutong.credit.publication.EndShown;
import io.hutong.credit.publication.Platforms;
import io.hutong.credit.publication.PublicityPlatform.NotReachable;
import io.hutong.credit.publication.Reconcile;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/** Ends what a platform has shown long enough, and compares once a day what it shows with what it should. */
@Singleton
class ShownWorker {
    private static final Logger LOG = Logger.getLogger(ShownWorker.class);
    private static final int STEP = 200;

    private final EndShown end;
    private final Reconcile reconcile;
    private final Platforms platforms;

    ShownWorker(EndShown end, Reconcile reconcile, Platforms platforms) {
        this.end = end;
        this.reconcile = reconcile;
        this.platforms = platforms;
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

    @Scheduled(every = "24h", delayed = "1h", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void compare() throws InterruptedException {
        for (String code : platforms.connected().keySet()) {
            try {
                reconcile.handle(code);
            } catch (NotReachable silent) {
                LOG.warnf("%s did not tell what it shows: %s", code, silent.getMessage());
            }
        }
    }
}
