package io.hutong.credit.publication;

import io.hutong.credit.business.Businesses;
import io.hutong.credit.business.CreditTime;
import io.hutong.credit.business.KnownBusiness;
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
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Has a platform show no longer what it has shown as long as its rule allows; the fact itself, and other platforms, go on. Of an
 * entry in the abnormal list that is stated (NDRC Order 36 art. 12).
 */
@ApplicationScoped
public class EndShown {
    private final Publications publications;
    private final PublicationRules rules;
    private final Businesses businesses;
    private final Outbox outbox;
    private final CreditTime time;

    EndShown(Publications publications, PublicationRules rules, Businesses businesses, Outbox outbox, CreditTime time) {
        this.publications = publications;
        this.rules = rules;
        this.businesses = businesses;
        this.outbox = outbox;
        this.time = time;
    }

    public List<String> platforms() {
        return rules.platforms(time.today());
    }

    /** Some that were shown there long enough, behind that one. */
    @Transactional
    public List<UUID> shownTooLong(String platform, @Nullable UUID after, int limit) {
        return publications.shownTooLong(platform, time.today(), after, limit);
    }

    /** Ends these; one that is not shown any more, or longer by now, is left alone. */
    @Transactional
    public void end(String platform, List<UUID> some) {
        LocalDate today = time.today();
        // where a platform has no limit of its own, the list itself ends the showing and states it
        if (rules.mostMonths(FactKind.ABNORMAL_ENTRY, platform, today).isPresent()) {
            stateEntries(platform, some, today);
        }
        publications.hideOver(platform, some, today, time.now());
    }

    private void stateEntries(String platform, List<UUID> some, LocalDate today) {
        List<BizId> subjects = entries(platform, some, today).stream()
                .map(shown -> shown.fact().bizId())
                .distinct()
                .toList();
        outbox.lockAll(subjects);
        Map<BizId, KnownBusiness> known = businesses.find(subjects);
        for (Publication shown : entries(platform, some, today)) {
            state(Objects.requireNonNull(known.get(shown.fact().bizId())), shown, today);
        }
    }

    private List<Publication> entries(String platform, List<UUID> some, LocalDate today) {
        return publications.over(platform, some, today).stream()
                .filter(shown -> shown.fact().kind() == FactKind.ABNORMAL_ENTRY)
                .toList();
    }

    private void state(KnownBusiness business, Publication shown, LocalDate today) {
        UUID entryId = shown.fact().subjectId();
        LocalDate endedOn = Objects.requireNonNull(shown.fact().to()).plusDays(1);
        outbox.lock(business.bizId())
                .append(
                        new AbnormalPublicationEnded(
                                new AbnormalEntryId(entryId), business.uscc(), endedOn, shown.platform()),
                        new EventContext(
                                time.now(), endedOn, business.registrar(), entryId, null, rules.version(today)));
    }
}
