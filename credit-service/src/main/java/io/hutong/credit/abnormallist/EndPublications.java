package io.hutong.credit.abnormallist;

import io.hutong.credit.business.Businesses;
import io.hutong.credit.business.CreditTime;
import io.hutong.credit.business.KnownBusiness;
import io.hutong.credit.publication.Urgency;
import io.hutong.events.CreditEvent.AbnormalPublicationEnded;
import io.hutong.identity.AbnormalEntryId;
import io.hutong.identity.BizId;
import io.hutong.messaging.EventContext;
import io.hutong.messaging.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Ends the showing of entries whose days are over (from 1 July to 30 June for a missing report), once each; the entries hold on
 * (Interim Measures on Annual Reports art. 13).
 */
@ApplicationScoped
public class EndPublications {
    private final AbnormalEntries entries;
    private final Businesses businesses;
    private final ShowEntries platforms;
    private final Decisions decisions;
    private final Outbox outbox;
    private final CreditTime time;

    EndPublications(
            AbnormalEntries entries,
            Businesses businesses,
            ShowEntries platforms,
            Decisions decisions,
            Outbox outbox,
            CreditTime time) {
        this.entries = entries;
        this.businesses = businesses;
        this.platforms = platforms;
        this.decisions = decisions;
        this.outbox = outbox;
        this.time = time;
    }

    /** Some whose days are over, behind that one. */
    @Transactional
    public List<AbnormalEntryId> shownTooLong(@Nullable AbnormalEntryId after, int limit) {
        return entries.shownTooLong(time.today(), after, limit);
    }

    /** Ends these; one that was removed in the meantime is left alone. */
    @Transactional
    public void end(List<AbnormalEntryId> ids) {
        List<AbnormalEntry> over =
                ids.stream().map(entries::find).flatMap(Optional::stream).toList();
        List<BizId> subjects =
                over.stream().map(AbnormalEntry::bizId).distinct().toList();
        outbox.lockAll(subjects);
        Map<BizId, KnownBusiness> known = businesses.find(subjects);
        for (AbnormalEntry entry : over) {
            LocalDate endedOn = Objects.requireNonNull(entry.shown().to()).plusDays(1);
            if (entries.shownNoLonger(entry, endedOn)) {
                platforms.end(List.of(entry), Urgency.MASS);
                state(Objects.requireNonNull(known.get(entry.bizId())), entry, endedOn);
            }
        }
    }

    void state(KnownBusiness business, AbnormalEntry entry, LocalDate endedOn) {
        outbox.lock(business.bizId())
                .append(
                        new AbnormalPublicationEnded(entry.id(), business.uscc(), endedOn, null),
                        new EventContext(
                                time.now(),
                                endedOn,
                                business.registrar(),
                                entry.id().uuid(),
                                null,
                                decisions.rules()));
    }
}
