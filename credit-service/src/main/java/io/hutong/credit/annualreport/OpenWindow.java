package io.hutong.credit.annualreport;

import io.hutong.credit.annualreport.ReportRules.Window;
import io.hutong.credit.business.CreditTime;
import io.hutong.events.CreditEvent.AnnualReportWindowOpened;
import io.hutong.identity.BizId;
import io.hutong.identity.DivisionCode;
import io.hutong.messaging.EventContext;
import io.hutong.messaging.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.UUID;

/**
 * States on the first day that reports for a year are taken, once, whoever does it and how often it starts anew (Interim Measures on
 * Annual Reports art. 3). The event is the only one of a stream of its own, which is locked and says whether it is there.
 */
@ApplicationScoped
public class OpenWindow {
    private final ReportRules rules;
    private final Outbox outbox;
    private final CreditTime time;

    OpenWindow(ReportRules rules, Outbox outbox, CreditTime time) {
        this.rules = rules;
        this.outbox = outbox;
        this.time = time;
    }

    /** The stream of a report year: about no business, so it has the id of what it is about. */
    public static BizId streamOf(int reportYear) {
        return new BizId(
                UUID.nameUUIDFromBytes(("annual-report-window/" + reportYear).getBytes(StandardCharsets.UTF_8)));
    }

    /** Whoever missed the first day states it on a later one; after the last day nothing is left to be opened. */
    @Transactional
    public void handle(DivisionCode authority) {
        LocalDate today = time.today();
        int year = today.getYear() - 1;
        Window window = rules.window(year);
        if (year < rules.firstYear(today) || today.isBefore(window.opens()) || today.isAfter(window.closes())) {
            return;
        }
        Outbox.Stream stream = outbox.lock(streamOf(year));
        if (stream.position().version() == 0) {
            stream.append(
                    new AnnualReportWindowOpened(year, window.opens(), window.closes(), rules.version(window.opens())),
                    new EventContext(
                            time.now(), window.opens(), authority, time.newId(), null, rules.version(window.opens())));
        }
    }
}
