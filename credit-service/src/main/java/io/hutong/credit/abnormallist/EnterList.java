package io.hutong.credit.abnormallist;

import io.hutong.credit.abnormallist.AbnormalEntry.Cause;
import io.hutong.credit.abnormallist.AbnormalEntry.Decision;
import io.hutong.credit.abnormallist.AbnormalEntry.Shown;
import io.hutong.credit.annualreport.ReportRules;
import io.hutong.credit.business.CreditTime;
import io.hutong.credit.business.KnownBusiness;
import io.hutong.events.AbnormalGround;
import io.hutong.events.CreditEvent.AbnormalListed;
import io.hutong.messaging.EventContext;
import io.hutong.messaging.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Writes decisions to list, each with its own number, and states them; one or many in the caller's transaction. */
@ApplicationScoped
public class EnterList {
    private final AbnormalEntries entries;
    private final Decisions decisions;
    private final ReportRules reportRules;
    private final ShowEntries platforms;
    private final EndPublications publications;
    private final Outbox outbox;
    private final CreditTime time;

    EnterList(
            AbnormalEntries entries,
            Decisions decisions,
            ReportRules reportRules,
            ShowEntries platforms,
            EndPublications publications,
            Outbox outbox,
            CreditTime time) {
        this.entries = entries;
        this.decisions = decisions;
        this.reportRules = reportRules;
        this.platforms = platforms;
        this.publications = publications;
        this.outbox = outbox;
        this.time = time;
    }

    /** Lists all of them for the same cause; their streams are locked, and none is listed for it already. */
    public List<AbnormalEntry> list(List<KnownBusiness> found, Cause cause, String by) {
        LocalDate today = time.today();
        List<Decision> taken = decisions.take(DecisionKind.LISTING, found.size(), by);
        List<AbnormalEntry> listed = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            listed.add(new AbnormalEntry(
                    time.newEntryId(), found.get(i).bizId(), cause, taken.get(i), shown(cause, today), null));
        }
        entries.add(listed);
        platforms.show(found, listed);
        for (int i = 0; i < found.size(); i++) {
            state(found.get(i), listed.get(i), today);
        }
        return listed;
    }

    /** Lists all of them for the missing report of that year, proven by the end of its window however late the decision is. */
    public List<AbnormalEntry> listMissing(List<KnownBusiness> found, int reportYear, String by) {
        LocalDate provenOn = reportRules.window(reportYear).closes().plusDays(1);
        return list(found, new Cause(AbnormalGround.ABN_REPORT, reportYear, provenOn), by);
    }

    /** Enters one that was decided before; where its days of being shown are over, neither shown nor told to those who follow it. */
    void existing(KnownBusiness business, Cause cause, Decision listing) {
        Shown days = shown(cause, listing.on());
        var entry = new AbnormalEntry(time.newEntryId(), business.bizId(), cause, listing, days, null);
        LocalDate last = days.to();
        if (last != null && last.isBefore(time.today())) {
            LocalDate endedOn = last.plusDays(1);
            entries.addUnseen(entry, endedOn);
            state(business, entry, listing.on());
            publications.state(business, entry, endedOn);
            return;
        }
        entries.add(List.of(entry));
        platforms.show(List.of(business), List.of(entry));
        state(business, entry, listing.on());
    }

    /** A missing report is shown from 1 July to 30 June of the next year, everything else until it is removed. */
    private Shown shown(Cause cause, LocalDate today) {
        if (cause.ground() != AbnormalGround.ABN_REPORT || cause.reportYear() == null) {
            return new Shown(today, null);
        }
        LocalDate last = reportRules.window(cause.reportYear()).closes().plusYears(1);
        return new Shown(today, last.isBefore(today) ? today : last);
    }

    private void state(KnownBusiness business, AbnormalEntry entry, LocalDate today) {
        outbox.lock(business.bizId())
                .append(
                        new AbnormalListed(
                                entry.id(),
                                business.uscc(),
                                entry.cause().ground(),
                                entry.cause().reportYear(),
                                entry.listing().number(),
                                entry.listing().on(),
                                entry.shown().from(),
                                entry.shown().to()),
                        new EventContext(
                                time.now(),
                                today,
                                business.registrar(),
                                entry.id().uuid(),
                                null,
                                decisions.rules()));
    }
}
