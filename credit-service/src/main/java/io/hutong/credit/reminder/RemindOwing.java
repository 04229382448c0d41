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

    /** Reminds up to that many behind that one, and gives the last; empty when nobody is left. */
    @Transactional
    public Optional<BizId> next(@Nullable BizId after, int most) {
        LocalDate today = time.today();
        int year = today.getYear() - 1;
        Optional<Stage> stage = rules.due(year, today);
        if (stage.isEmpty()
                || year < reports.firstYear(today)
                || today.isAfter(reports.window(year).closes())) {
            return Optional.empty();
        }
        List<BizId> waiting = reminders.waiting(year, stage.get().number(), after, most);
        outbox.lockAll(waiting);
        for (BizId bizId : waiting) {
            if (reminders.waits(bizId, year, stage.get().number())) {
                remind(businesses.find(bizId).orElseThrow(), year, stage.get());
            }
        }
        return waiting.isEmpty() ? Optional.empty() : Optional.of(waiting.get(waiting.size() - 1));
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
