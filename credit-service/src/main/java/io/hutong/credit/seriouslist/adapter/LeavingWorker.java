package io.hutong.credit.seriouslist.adapter;

import io.hutong.credit.seriouslist.RemoveSerious;
import io.hutong.credit.shared.work.DueWork;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;

/** Takes those off the list whose time is over, each in a transaction of its own. */
@Singleton
class LeavingWorker {
    private final RemoveSerious remove;
    private final DueWork work;

    LeavingWorker(RemoveSerious remove, DueWork work) {
        this.remove = remove;
        this.work = work;
    }

    @Scheduled(every = "${hutong.credit.terms.look-every:1m}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() throws InterruptedException {
        work.carryOut("serious.leaving", remove::leaving, ids -> ids.forEach(remove::atTerm));
    }
}
