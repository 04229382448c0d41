package io.hutong.credit.separateregister.adapter;

import io.hutong.credit.separateregister.StateDue;
import io.hutong.credit.shared.work.DueWork;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;

/** States what became due, each in a transaction of its own. */
@Singleton
class DueWorker {
    private final StateDue due;
    private final DueWork work;

    DueWorker(StateDue due, DueWork work) {
        this.due = due;
        this.work = work;
    }

    @Scheduled(every = "${hutong.credit.terms.look-every:1m}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() throws InterruptedException {
        work.carryOut("separate-register.due", due::unstated, ids -> ids.forEach(due::handle));
    }
}
