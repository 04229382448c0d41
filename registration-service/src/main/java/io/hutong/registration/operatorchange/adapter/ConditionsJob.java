package io.hutong.registration.operatorchange.adapter;

import io.hutong.identity.BizId;
import io.hutong.identity.ChangeId;
import io.hutong.messaging.MassWorkPace;
import io.hutong.registration.duty.TrackedChanges.Waiting;
import io.hutong.registration.operatorchange.ReconsiderApplications;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Asks for the conditions of cleared applications again, because the rules of another day may be met without any event: a few at
 * a time, each in a transaction of its own. The next run goes on behind them, and after the last one from the beginning.
 */
@ApplicationScoped
class ConditionsJob {
    private static final Logger LOG = Logger.getLogger(ConditionsJob.class);

    private final ReconsiderApplications applications;
    private final MassWorkPace pace;
    private final int step;
    private volatile @Nullable ChangeId last;

    ConditionsJob(
            ReconsiderApplications applications,
            MassWorkPace pace,
            @ConfigProperty(name = "hutong.registration.operator-change.step") int step) {
        this.applications = applications;
        this.pace = pace;
        this.step = step;
    }

    @Scheduled(
            every = "${hutong.registration.operator-change.check-every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void askAgain() {
        if (!pace.mayGoOn()) {
            return;
        }
        List<Waiting> waiting = applications.next(last, step);
        waiting.forEach(application -> askAgain(application.bizId()));
        last = waiting.size() < step ? null : waiting.get(step - 1).changeId();
    }

    /** One business that fails, because someone else holds it for example, must not keep the others waiting. */
    private void askAgain(BizId bizId) {
        try {
            applications.onTime(bizId);
        } catch (RuntimeException failure) {
            LOG.warnf(
                    "bizId=%s: its operator change was not looked at again: %s",
                    bizId, failure.getClass().getSimpleName());
        }
    }
}
