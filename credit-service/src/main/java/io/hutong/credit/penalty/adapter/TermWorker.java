package io.hutong.credit.penalty.adapter;

import io.hutong.credit.penalty.EndPublication;
import io.hutong.identity.PenaltyId;
import io.hutong.messaging.MassWorkPace;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.util.List;
import org.jboss.logging.Logger;

/** Ends publications whose term is over, a few at a time, each in a transaction of its own. */
@Singleton
class TermWorker {
    private static final Logger LOG = Logger.getLogger(TermWorker.class);
    private static final int STEP = 100;

    private final EndPublication end;
    private final MassWorkPace pace;

    TermWorker(EndPublication end, MassWorkPace pace) {
        this.end = end;
        this.pace = pace;
    }

    @Scheduled(every = "${hutong.credit.terms.look-every:1m}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() {
        List<PenaltyId> over = pace.mayGoOn() ? end.termOver(STEP) : List.of();
        for (PenaltyId id : over) {
            end(id);
        }
    }

    /** One that fails must not keep the others waiting; the next look takes it again. */
    private void end(PenaltyId id) {
        try {
            end.atTerm(id);
        } catch (RuntimeException failure) {
            LOG.warnf("penaltyId=%s not ended: %s", id, failure.getClass().getSimpleName());
        }
    }
}
