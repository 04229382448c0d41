package io.hutong.credit.reminder.adapter;

import io.hutong.credit.reminder.RemindOwing;
import io.hutong.credit.shared.work.DueWork;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;

/** Reminds whom the day reminds. */
@Singleton
class ReminderWorker {
    private final RemindOwing remind;
    private final DueWork work;

    ReminderWorker(RemindOwing remind, DueWork work) {
        this.remind = remind;
        this.work = work;
    }

    @Scheduled(
            every = "${hutong.credit.reminder.look-every:60s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() throws InterruptedException {
        work.carryOut("reminder", remind::waiting, remind::remind);
    }
}
