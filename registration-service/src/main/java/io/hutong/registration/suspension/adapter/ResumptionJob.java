package io.hutong.registration.suspension.adapter;

import io.hutong.identity.BizId;
import io.hutong.messaging.MassWorkPace;
import io.hutong.registration.register.Origin;
import io.hutong.registration.suspension.EndedTerms;
import io.hutong.registration.suspension.ResumeTrade;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jboss.logging.Logger;

/** Ends terms that are over, a few at a time, each in a transaction of its own; the next run takes the rest. */
@ApplicationScoped
class ResumptionJob {
    private static final Logger LOG = Logger.getLogger(ResumptionJob.class);
    private static final int STEP = 100;
    private static final Origin END_OF_TERM = Origin.of("end-of-term");

    private final EndedTerms terms;
    private final ResumeTrade resumeTrade;
    private final MassWorkPace pace;

    ResumptionJob(EndedTerms terms, ResumeTrade resumeTrade, MassWorkPace pace) {
        this.terms = terms;
        this.resumeTrade = resumeTrade;
        this.pace = pace;
    }

    @Scheduled(
            every = "${hutong.registration.suspension.check-every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void resumeEnded() {
        List<BizId> ended = pace.mayGoOn() ? terms.next(STEP) : List.of();
        for (BizId bizId : ended) {
            resume(bizId);
        }
    }

    /** One business that fails, because someone else holds it for example, must not keep the others waiting. */
    private void resume(BizId bizId) {
        try {
            resumeTrade.atEndOfTerm(bizId, END_OF_TERM);
        } catch (RuntimeException failure) {
            LOG.warnf(
                    "bizId=%s not resumed at the end of its term: %s",
                    bizId, failure.getClass().getSimpleName());
        }
    }
}
