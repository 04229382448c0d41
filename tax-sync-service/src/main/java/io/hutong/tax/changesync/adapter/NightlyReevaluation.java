package io.hutong.tax.changesync.adapter;

import io.hutong.messaging.MassWorkPace;
import io.hutong.tax.changesync.ReevaluateAll;
import io.hutong.time.LegalTime;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Looks every minute whether a new legal day began: the injected clock says so, not the machine's. The first look after a
 * start counts as one, because the night may have passed meanwhile. Live changes go first.
 */
@ApplicationScoped
class NightlyReevaluation {
    private final ReevaluateAll reevaluate;
    private final MassWorkPace pace;
    private final Clock clock;
    private volatile @Nullable LocalDate done;

    NightlyReevaluation(ReevaluateAll reevaluate, MassWorkPace pace, Clock clock) {
        this.reevaluate = reevaluate;
        this.pace = pace;
        this.clock = clock;
    }

    @Scheduled(
            every = "${hutong.tax.re-evaluation.look-every:1m}",
            delayed = "${hutong.tax.re-evaluation.delay:10s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() throws InterruptedException {
        LocalDate today = LegalTime.today(clock);
        if (!today.equals(done)) {
            reevaluate.handle(pace::await);
            done = today;
        }
    }
}
