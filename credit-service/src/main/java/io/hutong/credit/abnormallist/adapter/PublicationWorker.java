package io.hutong.credit.abnormallist.adapter;

import io.hutong.credit.abnormallist.EndPublications;
import io.hutong.messaging.MassWorkPace;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;

/** Ends what has been shown long enough, in small steps, as fast as interactive work allows. */
@Singleton
class PublicationWorker {
    private static final int STEP = 50;

    private final EndPublications end;
    private final MassWorkPace pace;

    PublicationWorker(EndPublications end, MassWorkPace pace) {
        this.end = end;
        this.pace = pace;
    }

    @Scheduled(
            every = "${hutong.credit.publication.look-every:60s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() throws InterruptedException {
        boolean more = true;
        while (more) {
            pace.await();
            more = end.next(STEP);
        }
    }
}
