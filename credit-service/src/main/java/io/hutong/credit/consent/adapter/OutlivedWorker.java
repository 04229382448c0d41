package io.hutong.credit.consent.adapter;

import io.hutong.credit.consent.EndOutlived;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;

/** Ends consents whose last day is over; nothing is delivered on their ground even before. */
@Singleton
class OutlivedWorker {
    private final EndOutlived end;

    OutlivedWorker(EndOutlived end) {
        this.end = end;
    }

    @Scheduled(
            every = "${hutong.credit.consent.look-every:60s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() {
        boolean more = true;
        while (more) {
            more = end.next();
        }
    }
}
