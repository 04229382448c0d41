package io.hutong.credit.consent;

import io.hutong.credit.business.Businesses;
import io.hutong.credit.business.CreditTime;
import io.hutong.credit.business.KnownBusiness;
import io.hutong.events.CreditEvent.ConsentEnded.Why;
import io.hutong.events.RegistrationEvent;
import io.hutong.events.RegistrationEvent.Annulled;
import io.hutong.events.RegistrationEvent.Deregistered;
import io.hutong.events.RegistrationEvent.OperatorChanged;
import io.hutong.identity.BizId;
import io.hutong.identity.ConsentId;
import io.hutong.messaging.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Ends what has outlived its ground: the operator's tenure, the business, its own last day, or the first day of the one that takes
 * its place (PIPL art. 15, 23).
 */
@ApplicationScoped
public class EndOutlived {
    private final Businesses businesses;
    private final Consents consents;
    private final EndConsent end;
    private final Outbox outbox;
    private final CreditTime time;

    EndOutlived(Businesses businesses, Consents consents, EndConsent end, Outbox outbox, CreditTime time) {
        this.businesses = businesses;
        this.consents = consents;
        this.end = end;
        this.outbox = outbox;
        this.time = time;
    }

    /**
     * The register said something about a business. Runs in the transaction of the inbox, behind the projection; the stream is
     * locked before consents are looked for, so that none is given under the former operator meanwhile.
     */
    public void handle(BizId bizId, RegistrationEvent event) {
        if (event instanceof OperatorChanged || event instanceof Annulled || event instanceof Deregistered) {
            handle(bizId);
        }
    }

    /** It is known otherwise that the operator or the status may be another; the caller's transaction, behind the projection. */
    public void handle(BizId bizId) {
        outbox.lock(bizId);
        endOutlived(bizId, consents.active(bizId));
    }

    /** Some that have outlived their ground, behind that one. */
    @Transactional
    public List<ConsentId> outlived(@Nullable ConsentId after, int limit) {
        return consents.outlived(time.today(), after, limit);
    }

    /** Ends these; one that ended in the meantime is left alone. */
    @Transactional
    public void end(List<ConsentId> ids) {
        List<Consent> outlived =
                ids.stream().map(consents::find).flatMap(Optional::stream).toList();
        outbox.lockAll(outlived.stream().map(Consent::bizId).distinct().toList());
        outlived.forEach(consent -> endOutlived(consent.bizId(), List.of(consent)));
    }

    private void endOutlived(BizId bizId, List<Consent> found) {
        for (Consent one : found) {
            KnownBusiness business = businesses.find(bizId).orElseThrow();
            Consent consent = consents.lock(one.id()).orElseThrow();
            if (consent.active()) {
                why(consent, business).ifPresent(why -> end.end(consent, why, business));
            }
        }
    }

    private Optional<Why> why(Consent consent, KnownBusiness business) {
        if (business.status().terminal()) {
            return Optional.of(Why.BUSINESS_ENDED);
        }
        if (!consent.tenureId().equals(business.tenureId())) {
            return Optional.of(Why.OPERATOR_CHANGED);
        }
        if (isOvertaken(consent)) {
            return Optional.of(Why.SUPERSEDED);
        }
        return consent.terms().to().isBefore(time.today()) ? Optional.of(Why.EXPIRED) : Optional.empty();
    }

    private boolean isOvertaken(Consent consent) {
        return consents.active(consent.bizId()).stream()
                .dropWhile(one -> !one.id().equals(consent.id()))
                .skip(1)
                .filter(later ->
                        later.isFor(consent.terms().recipient(), consent.terms().purpose()))
                .anyMatch(later -> later.begun(time.today())
                        && !later.terms().from().isAfter(consent.terms().to()));
    }
}
