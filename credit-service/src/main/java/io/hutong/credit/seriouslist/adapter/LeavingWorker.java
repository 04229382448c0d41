package io.hutong.credit.seriouslist.adapter;

import io.hutong.credit.seriouslist.RemoveSerious;
import io.hutong.identity.SeriousEntryId;
import io.hutong.messaging.MassWorkPace;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.util.List;
import org.jboss.logging.Logger;

/** Takes those off the list whose time is over, a few at a time, each in a transaction of its own. */
@Singleton
class LeavingWorker {
    private static final Logger LOG = Logger.getLogger(LeavingWorker.class);
    private static final int STEP = 100;

    private final RemoveSerious remove;
    private final MassWorkPace pace;

    LeavingWorker(RemoveSerious remove, MassWorkPace pace) {
        this.remove = remove;
        this.pace = pace;
    }

    @Scheduled(every = "${hutong.credit.terms.look-every:1m}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() {
        List<SeriousEntryId> leaving = pace.mayGoOn() ? remove.leaving(STEP) : List.of();
        for (SeriousEntryId id : leaving) {
            remove(id);
        }
    }

    /** One that fails must not keep the others waiting; the next look takes it again. */
    private void remove(SeriousEntryId id) {
        try {
            remove.atTerm(id);
        } catch (RuntimeException failure) {
            LOG.warnf(
                    "seriousEntryId=%s not removed: %s", id, failure.getClass().getSimpleName());
        }
    }
}
