package io.hutong.credit.abnormallist.adapter;

import io.hutong.credit.abnormallist.EndPublications;
import io.hutong.credit.shared.work.DueWork;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;

/** Ends what has been shown long enough. */
@Singleton
class PublicationWorker {
    private final EndPublications end;
    private final DueWork work;

    PublicationWorker(EndPublications end, DueWork work) {
        this.end = end;
        this.work = work;
    }

    @Scheduled(
            every = "${hutong.credit.publication.look-every:60s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() throws InterruptedException {
        work.carryOut("abnormal.publication", end::shownTooLong, end::end);
    }
}
