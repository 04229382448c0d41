package io.hutong.credit.seriouslist;

import io.hutong.credit.business.Businesses;
import io.hutong.credit.business.CreditTime;
import io.hutong.credit.business.KnownBusiness;
import io.hutong.credit.penalty.Penalty;
import io.hutong.credit.penalty.PenaltyConsequences;
import io.hutong.credit.problem.CreditProblems;
import io.hutong.credit.publication.PublishFacts;
import io.hutong.credit.seriouslist.SeriousEntry.Mode;
import io.hutong.credit.seriouslist.SeriousEntry.Removal;
import io.hutong.events.CreditEvent;
import io.hutong.events.CreditEvent.SeriousListingRevoked;
import io.hutong.events.CreditEvent.SeriousRemoved;
import io.hutong.identity.SeriousEntryId;
import io.hutong.identity.UnifiedSocialCreditCode;
import io.hutong.messaging.EventContext;
import io.hutong.messaging.Outbox;
import io.hutong.web.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Takes entries off the list: after their time, by repair, because the penalty behind them fell (Order 44), or because the listing
 * proved wrong (NDRC Order 36 art. 18).
 */
@ApplicationScoped
public class RemoveSerious implements PenaltyConsequences {
    private static final String SYSTEM = "SYSTEM";

    private final Businesses businesses;
    private final SeriousEntries entries;
    private final SeriousRules rules;
    private final PublishFacts facts;
    private final Outbox outbox;
    private final CreditTime time;

    RemoveSerious(
            Businesses businesses,
            SeriousEntries entries,
            SeriousRules rules,
            PublishFacts facts,
            Outbox outbox,
            CreditTime time) {
        this.businesses = businesses;
        this.entries = entries;
        this.rules = rules;
        this.facts = facts;
        this.outbox = outbox;
        this.time = time;
    }

    /** Some of those that have to leave, behind that one. */
    @Transactional
    public List<SeriousEntryId> leaving(@Nullable SeriousEntryId after, int limit) {
        return entries.leaving(time.today(), after, limit);
    }

    /** Removes one whose time is over; one that was removed in the meantime is left alone. */
    @Transactional
    public void atTerm(SeriousEntryId id) {
        SeriousEntry entry = locked(id);
        if (entry.open() && !time.today().isBefore(entry.terms().leavesOn())) {
            remove(entry, Mode.TERM_OVER, SYSTEM);
        }
    }

    /** Removes one by repair, in the transaction of that decision. */
    @Transactional
    public void repaired(SeriousEntryId id, String by) {
        SeriousEntry entry = locked(id);
        if (!entry.open()) {
            throw Problem.of(CreditProblems.ALREADY_REMOVED, "该记录已移出名单。", "The entry has been removed already.");
        }
        remove(entry, Mode.REPAIRED, by);
    }

    /** Revokes a listing that an objection proved wrong, in the transaction of that decision; it may have gone already. */
    @Transactional
    public void provedWrong(SeriousEntryId id, String by) {
        SeriousEntry entry = locked(id);
        if (entry.open()) {
            remove(entry, Mode.OBJECTION, by);
        }
    }

    @Override
    public void withdrawn(Penalty penalty, String by) {
        for (SeriousEntry entry : entries.of(penalty.bizId())) {
            if (entry.open() && entry.listing().penaltyId().equals(penalty.id())) {
                remove(entry, Mode.PENALTY_WITHDRAWN, by);
            }
        }
    }

    private SeriousEntry locked(SeriousEntryId id) {
        outbox.lock(entries.find(id).orElseThrow(CreditProblems::notFound).bizId());
        return entries.find(id).orElseThrow();
    }

    private void remove(SeriousEntry entry, Mode mode, String by) {
        LocalDate today = time.today();
        KnownBusiness business = businesses.find(entry.bizId()).orElseThrow();
        entries.remove(entry.removed(new Removal(mode, today, by)));
        facts.end(entry.id().uuid());
        boolean stillListed = entries.of(entry.bizId()).stream().anyMatch(SeriousEntry::open);
        outbox.lock(entry.bizId())
                .append(
                        ended(entry.id(), business.uscc(), mode, today, stillListed),
                        new EventContext(
                                time.now(),
                                today,
                                business.registrar(),
                                entry.id().uuid(),
                                null,
                                rules.version(today)));
    }

    private static CreditEvent ended(
            SeriousEntryId id, UnifiedSocialCreditCode uscc, Mode mode, LocalDate on, boolean stillListed) {
        return mode == Mode.OBJECTION
                ? new SeriousListingRevoked(id, uscc, on, stillListed)
                : new SeriousRemoved(id, uscc, SeriousRemoved.Mode.valueOf(mode.name()), on, stillListed);
    }
}
