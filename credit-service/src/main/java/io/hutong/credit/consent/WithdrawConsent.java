package io.hutong.credit.consent;

import io.hutong.credit.business.Businesses;
import io.hutong.credit.business.KnownBusiness;
import io.hutong.credit.problem.CreditProblems;
import io.hutong.events.CreditEvent.ConsentEnded.Why;
import io.hutong.identity.BizId;
import io.hutong.identity.ConsentId;
import io.hutong.messaging.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** Withdraws a consent: when this is answered, nothing more is delivered on its ground (PIPL art. 15). */
@ApplicationScoped
public class WithdrawConsent {
    /** Which, of which business. */
    public record Command(BizId bizId, ConsentId id) {}

    private final Businesses businesses;
    private final Consents consents;
    private final EndConsent end;
    private final Outbox outbox;

    WithdrawConsent(Businesses businesses, Consents consents, EndConsent end, Outbox outbox) {
        this.businesses = businesses;
        this.consents = consents;
        this.end = end;
        this.outbox = outbox;
    }

    @Transactional
    public Consent handle(Command command) {
        outbox.lock(command.bizId());
        KnownBusiness business = businesses.find(command.bizId()).orElseThrow(CreditProblems::notFound);
        Consent consent = consents.lock(command.id())
                .filter(found -> found.bizId().equals(command.bizId()))
                .orElseThrow(CreditProblems::notFound);
        if (!consent.active()) {
            throw CreditProblems.consentEnded(consent.status().name());
        }
        return end.end(consent, Why.WITHDRAWN, business);
    }
}
