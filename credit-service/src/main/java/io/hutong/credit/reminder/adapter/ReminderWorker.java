package io.hutong.credit.reminder.adapter;

import io.hutong.credit.reminder.RemindOwing;
import io.hutong.messaging.MassWorkPace;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;

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
        boolean more = true;
        while (more) {
            pace.await();
            more = remind.next(STEP);
        }
    }
}
