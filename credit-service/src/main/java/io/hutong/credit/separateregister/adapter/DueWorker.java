package io.hutong.credit.separateregister.adapter;

import io.hutong.credit.separateregister.StateDue;
import io.hutong.identity.AbnormalEntryId;
import io.hutong.messaging.MassWorkPace;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.util.List;
import org.jboss.logging.Logger;

/** States what became due, a few at a time, each in a transaction of its own. */
@Singleton
class DueWorker {
    private static final Logger LOG = Logger.getLogger(DueWorker.class);
    private static final int STEP = 100;

    private final StateDue due;
    private final MassWorkPace pace;

    DueWorker(StateDue due, MassWorkPace pace) {
        this.due = due;
        this.pace = pace;
    }

    @Scheduled(every = "${hutong.credit.terms.look-every:1m}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() {
        List<AbnormalEntryId> unstated = pace.mayGoOn() ? due.unstated(STEP) : List.of();
        for (AbnormalEntryId id : unstated) {
            state(id);
        }
    }

    /** One that fails must not keep the others waiting; the next look takes it again. */
    private void state(AbnormalEntryId id) {
        try {
            due.handle(id);
        } catch (RuntimeException failure) {
            LOG.warnf("entryId=%s not stated: %s", id, failure.getClass().getSimpleName());
        }
    }
}
