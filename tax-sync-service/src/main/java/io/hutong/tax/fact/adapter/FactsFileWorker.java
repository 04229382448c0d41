package io.hutong.tax.fact.adapter;

import io.hutong.tax.fact.WorkFactsFiles;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;

/** Looks for files of facts and works on them until none waits; a failed chunk is tried again at the next look. */
@ApplicationScoped
class FactsFileWorker {
    private final WorkFactsFiles work;

    FactsFileWorker(WorkFactsFiles work) {
        this.work = work;
    }

    @Scheduled(
            every = "${hutong.tax.facts-import.look-every:1s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() {
        work.handle();
    }
}
