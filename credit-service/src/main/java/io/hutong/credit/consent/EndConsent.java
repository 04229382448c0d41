package io.hutong.credit.consent;

import io.hutong.credit.business.CreditTime;
import io.hutong.credit.business.KnownBusiness;
import io.hutong.events.CreditEvent.ConsentEnded;
import io.hutong.messaging.EventContext;
import io.hutong.messaging.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * Ends one consent in the caller's transaction, in which the business's stream and the consent are locked, and states it; before it
 * those whose place it took, so that none of them comes back when it is gone.
 */
@ApplicationScoped
class EndConsent {
    private final Consents consents;
    private final SharingRules rules;
    private final Outbox outbox;
    private final CreditTime time;

    EndConsent(Consents consents, SharingRules rules, Outbox outbox, CreditTime time) {
        this.consents = consents;
        this.rules = rules;
        this.outbox = outbox;
        this.time = time;
    }

    Consent end(Consent active, ConsentEnded.Why why, KnownBusiness business) {
        overtakenBy(active).forEach(before -> one(before, ConsentEnded.Why.SUPERSEDED, business));
        return one(active, why, business);
    }

    private List<Consent> overtakenBy(Consent later) {
        return later.begun(time.today())
                ? consents.active(later.bizId()).stream()
                        .takeWhile(before -> !before.id().equals(later.id()))
                        .filter(before -> before.isFor(
                                later.terms().recipient(), later.terms().purpose()))
                        .toList()
                : List.of();
    }

    private Consent one(Consent active, ConsentEnded.Why why, KnownBusiness business) {
        Consent ended = active.ended(why, time.now());
        consents.change(ended);
        outbox.lock(business.bizId())
                .append(
                        new ConsentEnded(ended.id(), business.uscc(), ended.tenureId(), ended.sealedScope(), why),
                        new EventContext(
                                time.now(),
                                time.today(),
                                business.registrar(),
                                ended.id().uuid(),
                                null,
                                rules.version(time.today())));
        return ended;
    }
}
