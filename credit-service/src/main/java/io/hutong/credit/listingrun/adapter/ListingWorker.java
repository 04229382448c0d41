package io.hutong.credit.listingrun.adapter;

import io.hutong.credit.listingrun.CarryOutRun;
import io.hutong.messaging.MassWorkPace;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;

/** Carries signed runs out in small steps, as fast as interactive work allows; what a dead replica left is taken up. */
@Singleton
class ListingWorker {
    private static final int STEP = 50;

    private final CarryOutRun run;
    private final MassWorkPace pace;

    ListingWorker(CarryOutRun run, MassWorkPace pace) {
        this.run = run;
        this.pace = pace;
    }

    @Scheduled(
            every = "${hutong.credit.listing.look-every:2s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() throws InterruptedException {
        boolean more = run.waits();
        while (more) {
            pace.await();
            more = run.next(STEP);
        }
    }
}
