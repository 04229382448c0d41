package io.hutong.credit.repair.adapter;

import io.hutong.credit.repair.FinishRepairs;
import io.hutong.credit.shared.work.DueWork;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;

/** Looks whether what was repaired is gone everywhere, case by case, each in a transaction of its own. */
@Singleton
class FinishWorker {
    private final FinishRepairs finish;
    private final DueWork work;

    FinishWorker(FinishRepairs finish, DueWork work) {
        this.finish = finish;
        this.work = work;
    }

    @Scheduled(
            every = "${hutong.credit.repair.look-every:5s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() throws InterruptedException {
        work.carryOut("repair.finish", finish::unfinished, ids -> ids.forEach(finish::follow));
    }
}
