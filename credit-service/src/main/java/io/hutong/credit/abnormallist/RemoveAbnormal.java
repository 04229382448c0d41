package io.hutong.credit.abnormallist;

import io.hutong.credit.abnormallist.AbnormalEntry.Decision;
import io.hutong.credit.abnormallist.AbnormalEntry.Removal;
import io.hutong.credit.business.Businesses;
import io.hutong.credit.business.CreditTime;
import io.hutong.credit.business.KnownBusiness;
import io.hutong.credit.problem.CreditProblems;
import io.hutong.credit.publication.Urgency;
import io.hutong.events.CreditEvent.AbnormalRemoved;
import io.hutong.events.CreditEvent.AbnormalRemoved.Mode;
import io.hutong.identity.AbnormalEntryId;
import io.hutong.messaging.EventContext;
import io.hutong.messaging.Outbox;
import io.hutong.web.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Removes entries by decision, and states each removal (art. 16-19). */
@ApplicationScoped
public class RemoveAbnormal {
    /** An officer found the ground gone. */
    public record Command(AbnormalEntryId id, String by) {}

    private final Businesses businesses;
    private final AbnormalEntries entries;
    private final Decisions decisions;
    private final MissingReports missing;
    private final ShowEntries platforms;
    private final Outbox outbox;
    private final CreditTime time;

    RemoveAbnormal(
            Businesses businesses,
            AbnormalEntries entries,
            Decisions decisions,
            MissingReports missing,
            ShowEntries platforms,
            Outbox outbox,
            CreditTime time) {
        this.businesses = businesses;
        this.entries = entries;
        this.decisions = decisions;
        this.missing = missing;
        this.platforms = platforms;
        this.outbox = outbox;
        this.time = time;
    }

    @Transactional
    public AbnormalEntry handle(Command command) {
        AbnormalEntry before = entries.find(command.id()).orElseThrow(CreditProblems::notFound);
        outbox.lock(before.bizId());
        AbnormalEntry entry = entries.find(command.id()).orElseThrow(CreditProblems::notFound);
        if (!entry.open()) {
            throw Problem.of(CreditProblems.ALREADY_REMOVED, "该记录已移出名录。", "The entry has been removed already.");
        }
        KnownBusiness business = businesses.find(entry.bizId()).orElseThrow(CreditProblems::notFound);
        Set<Integer> years = missing.of(business);
        if (entry.ofMissingReport() && !business.status().terminal() && !years.isEmpty()) {
            throw Problem.of(
                            CreditProblems.NOT_CURED,
                            "仍有年度报告未补报，补齐后方可移出。",
                            "Reports are still missing; the entry is removed when all are filed.")
                    .with("missingYears", List.copyOf(years));
        }
        return remove(business, List.of(entry), Mode.OFFICER, command.by()).get(0);
    }

    /**
     * Removes the entry as one that should never have been made, if it still stands: the end of an objection that was verified
     * (art. 19). The stream of its business is locked.
     */
    @Transactional
    public void provedWrong(AbnormalEntryId id, String by) {
        entries.find(id).filter(AbnormalEntry::open).ifPresent(entry -> {
            KnownBusiness business = businesses.find(entry.bizId()).orElseThrow(CreditProblems::notFound);
            remove(business, List.of(entry), Mode.OBJECTION, by);
        });
    }

    /** Removes these open entries of one business, whose stream is locked. */
    List<AbnormalEntry> remove(KnownBusiness business, List<AbnormalEntry> cured, Mode mode, String by) {
        List<Decision> taken = decisions.take(DecisionKind.REMOVAL, cured.size(), by);
        long open = entries.of(business.bizId()).stream()
                .filter(AbnormalEntry::open)
                .count();
        List<AbnormalEntry> removed = new ArrayList<>();
        for (int i = 0; i < cured.size(); i++) {
            AbnormalEntry entry = cured.get(i).removed(new Removal(mode, taken.get(i)));
            entries.remove(entry);
            removed.add(entry);
            state(business, entry, open - i > 1);
        }
        platforms.end(removed, Urgency.AT_ONCE);
        return removed;
    }

    private void state(KnownBusiness business, AbnormalEntry entry, boolean stillListed) {
        Removal removal = Objects.requireNonNull(entry.removal());
        outbox.lock(business.bizId())
                .append(
                        new AbnormalRemoved(
                                entry.id(),
                                business.uscc(),
                                entry.cause().ground(),
                                entry.cause().reportYear(),
                                removal.mode(),
                                removal.decision().number(),
                                removal.decision().on(),
                                stillListed),
                        new EventContext(
                                time.now(),
                                removal.decision().on(),
                                business.registrar(),
                                entry.id().uuid(),
                                null,
                                decisions.rules()));
    }
}
