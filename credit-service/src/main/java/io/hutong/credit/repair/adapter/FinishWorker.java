package io.hutong.credit.repair.adapter;

import io.hutong.credit.repair.FinishRepairs;
import io.hutong.identity.RepairId;
import io.hutong.messaging.MassWorkPace;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.util.List;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Looks whether what was repaired is gone everywhere, case by case, each in a transaction of its own. */
@Singleton
class FinishWorker {
    private static final Logger LOG = Logger.getLogger(FinishWorker.class);
    private static final int STEP = 100;

    private final FinishRepairs finish;
    private final MassWorkPace pace;

    FinishWorker(FinishRepairs finish, MassWorkPace pace) {
        this.finish = finish;
        this.pace = pace;
    }

    @Scheduled(
            every = "${hutong.credit.repair.look-every:5s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() {
        @Nullable RepairId after = null;
        boolean more = pace.mayGoOn();
        while (more) {
            List<RepairId> some = finish.unfinished(after, STEP);
            for (RepairId id : some) {
                follow(id);
                after = id;
            }
            more = some.size() == STEP && pace.mayGoOn();
        }
    }

    /** One that fails must not keep the others waiting; the next look takes it again. */
    private void follow(RepairId id) {
        try {
            finish.follow(id);
        } catch (RuntimeException failure) {
            LOG.warnf("repairId=%s not followed: %s", id, failure.getClass().getSimpleName());
        }
    }
}
