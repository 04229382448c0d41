package io.hutong.registration.operatorchange.adapter;

import io.hutong.identity.BizId;
import io.hutong.identity.ChangeId;
import io.hutong.messaging.MassWorkPace;
import io.hutong.registration.duty.TrackedChange;
import io.hutong.registration.operatorchange.CompleteApplication;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Asks for the conditions of cleared applications again, because the rules of another day may be met without any event. */
@ApplicationScoped
class ConditionsJob {
    private static final Logger LOG = Logger.getLogger(ConditionsJob.class);
    private static final int STEP = 100;

    private final CompleteApplication applications;
    private final MassWorkPace pace;

    ConditionsJob(CompleteApplication applications, MassWorkPace pace) {
        this.applications = applications;
        this.pace = pace;
    }

    @Scheduled(
            every = "${hutong.registration.operator-change.check-every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void askAgain() {
        @Nullable ChangeId last = null;
        while (pace.mayGoOn()) {
            List<TrackedChange> waiting = applications.waiting(last, STEP);
            if (waiting.isEmpty()) {
                return;
            }
            waiting.forEach(application -> askAgain(application.subject().bizId()));
            last = waiting.get(waiting.size() - 1).changeId();
        }
    }

    /** One business that fails, because someone else holds it for example, must not keep the others waiting. */
    private void askAgain(BizId bizId) {
        try {
            applications.reconsider(bizId);
        } catch (RuntimeException failure) {
            LOG.warnf(
                    "bizId=%s: its operator change was not looked at again: %s",
                    bizId, failure.getClass().getSimpleName());
        }
    }
}
