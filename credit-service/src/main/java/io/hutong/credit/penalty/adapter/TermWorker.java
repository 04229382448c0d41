package io.hutong.credit.penalty.adapter;

import io.hutong.credit.penalty.EndPublication;
import io.hutong.credit.shared.work.DueWork;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;

/** Ends publications whose term is over, each in a transaction of its own. */
@Singleton
class TermWorker {
    private final EndPublication end;
    private final DueWork work;

    TermWorker(EndPublication end, DueWork work) {
        this.end = end;
        this.work = work;
    }

    @Scheduled(every = "${hutong.credit.terms.look-every:1m}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() throws InterruptedException {
        work.carryOut("penalty.term", end::termOver, ids -> ids.forEach(end::atTerm));
    }
}
