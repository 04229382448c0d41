package io.hutong.credit.publication.adapter;

import io.hutong.credit.publication.EndShown;
import io.hutong.credit.shared.work.DueWork;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.util.UUID;

/** Ends what a platform has shown long enough. */
@Singleton
class ShownWorker {
    private final EndShown end;
    private final DueWork work;

    ShownWorker(EndShown end, DueWork work) {
        this.end = end;
        this.work = work;
    }

    @Scheduled(
            every = "${hutong.credit.publication.look-every:60s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() throws InterruptedException {
        for (String platform : end.platforms()) {
            work.<UUID>carryOut(
                    "publication.shown",
                    (last, limit) -> end.shownTooLong(platform, last, limit),
                    some -> end.end(platform, some));
        }
    }
}
