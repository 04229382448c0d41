package io.hutong.credit.agencyrecord.adapter;

import io.hutong.credit.agencyrecord.TurnPermits;
import io.hutong.credit.shared.work.DueWork;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;

/** Looks for permits whose first or last day has passed. */
@Singleton
class PermitWorker {
    private final TurnPermits turn;
    private final DueWork work;

    PermitWorker(TurnPermits turn, DueWork work) {
        this.turn = turn;
        this.work = work;
    }

    @Scheduled(
            every = "${hutong.credit.permits.look-every:60s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() throws InterruptedException {
        work.carryOut("permit.turned", turn::turned, turn::handle);
    }
}
