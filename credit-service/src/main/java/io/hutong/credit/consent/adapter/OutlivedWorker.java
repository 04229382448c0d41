package io.hutong.credit.consent.adapter;

import io.hutong.credit.consent.EndOutlived;
import io.hutong.credit.shared.work.DueWork;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;

/** Ends consents whose last day is over; nothing is delivered on their ground even before. */
@Singleton
class OutlivedWorker {
    private final EndOutlived end;
    private final DueWork work;

    OutlivedWorker(EndOutlived end, DueWork work) {
        this.end = end;
        this.work = work;
    }

    @Scheduled(
            every = "${hutong.credit.consent.look-every:60s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() throws InterruptedException {
        work.carryOut("consent.outlived", end::outlived, end::end);
    }
}
