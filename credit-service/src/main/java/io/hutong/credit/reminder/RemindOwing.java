package io.hutong.credit.reminder;

import io.hutong.credit.annualreport.ReportRules;
import io.hutong.credit.business.Businesses;
import io.hutong.credit.business.CreditTime;
import io.hutong.credit.business.KnownBusiness;
import io.hutong.credit.reminder.ReminderRules.Stage;
import io.hutong.events.CreditEvent.AnnualReportReminderDue;
import io.hutong.identity.BizId;
import io.hutong.messaging.EventContext;
import io.hutong.messaging.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * States for every business that has not filed that it is to be reminded, once for each stage, until it files or the time is over
 * (Interim Measures on Annual Reports art. 3; the days are set by the authority). Whoever sends messages reads the event.
 */
@ApplicationScoped
public class RemindOwing {
    private final Reminders reminders;
    private final Businesses businesses;
    private final ReportRules reports;
    private final ReminderRules rules;
    private final Outbox outbox;
    private final CreditTime time;

    RemindOwing(
            Reminders reminders,
            Businesses businesses,
            ReportRules reports,
            ReminderRules rules,
            Outbox outbox,
            CreditTime time) {
        this.reminders = reminders;
        this.businesses = businesses;
        this.reports = reports;
        this.rules = rules;
        this.outbox = outbox;
        this.time = time;
    }

    /** Some whom the day reminds, behind that one. */
    @Transactional
    public List<BizId> waiting(@Nullable BizId after, int limit) {
        int year = year();
        return stage(year)
                .map(stage -> reminders.waiting(year, stage.number(), after, limit))
                .orElse(List.of());
    }

    /** Reminds these; one that filed in the meantime is left alone. */
    @Transactional
    public void remind(List<BizId> some) {
        int year = year();
        stage(year).ifPresent(stage -> {
            outbox.lockAll(some);
            for (BizId bizId : some) {
                if (reminders.waits(bizId, year, stage.number())) {
                    remind(businesses.find(bizId).orElseThrow(), year, stage);
                }
            }
        });
    }

    private int year() {
        return time.today().getYear() - 1;
    }

    private Optional<Stage> stage(int year) {
        LocalDate today = time.today();
        return year < reports.firstYear(today)
                        || today.isAfter(reports.window(year).closes())
                ? Optional.empty()
                : rules.due(year, today);
    }

    private void remind(KnownBusiness business, int year, Stage stage) {
        LocalDate dueOn = reports.window(year).closes();
        reminders.add(business.bizId(), year, stage.number(), time.today(), time.now());
        outbox.lock(business.bizId())
                .append(
                        new AnnualReportReminderDue(business.uscc(), year, stage.number(), dueOn),
                        new EventContext(
                                time.now(),
                                time.today(),
                                business.registrar(),
                                time.newId(),
                                null,
                                rules.version(time.today())));
    }
}
