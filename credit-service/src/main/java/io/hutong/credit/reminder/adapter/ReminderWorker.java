package io.hutong.credit.reminder.adapter;

import io.hutong.credit.reminder.RemindOwing;
import io.hutong.identity.BizId;
import io.hutong.messaging.MassWorkPace;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Reminds whom the day reminds, in small steps, as fast as interactive work allows. */
@Singleton
class ReminderWorker {
    private static final int STEP = 50;

    private final RemindOwing remind;
    private final MassWorkPace pace;

    ReminderWorker(RemindOwing remind, MassWorkPace pace) {
        this.remind = remind;
        this.pace = pace;
    }

    @Scheduled(
            every = "${hutong.credit.reminder.look-every:60s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() throws InterruptedException {
        Optional<BizId> last = remind.next(null, STEP);
        while (last.isPresent()) {
            pace.await();
            last = remind.next(last.get(), STEP);
        }
    }
}
