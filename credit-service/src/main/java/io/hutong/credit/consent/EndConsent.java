package io.hutong.credit.consent;

import io.hutong.credit.business.CreditTime;
import io.hutong.credit.business.KnownBusiness;
import io.hutong.events.CreditEvent.ConsentEnded;
import io.hutong.messaging.EventContext;
import io.hutong.messaging.Outbox;
import jakarta.enterprise.context.ApplicationScoped;

/** Ends one consent in the caller's transaction, in which the business's stream and the consent are locked, and states it. */
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
