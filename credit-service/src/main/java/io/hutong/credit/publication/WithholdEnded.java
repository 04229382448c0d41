package io.hutong.credit.publication;

import io.hutong.credit.business.Businesses;
import io.hutong.credit.business.CreditTime;
import io.hutong.credit.business.KnownBusiness;
import io.hutong.events.RegistrationEvent;
import io.hutong.events.RegistrationEvent.Annulled;
import io.hutong.events.RegistrationEvent.Deregistered;
import io.hutong.identity.BizId;
import io.hutong.messaging.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;

/**
 * Has the platforms show no longer what the rules do not show of a business that left the register, and show it again when it is
 * back. Runs in the transaction of the inbox, behind the projection.
 */
@ApplicationScoped
public class WithholdEnded {
    private final Businesses businesses;
    private final Publications publications;
    private final PublicationRules rules;
    private final Outbox outbox;
    private final CreditTime time;

    WithholdEnded(
            Businesses businesses, Publications publications, PublicationRules rules, Outbox outbox, CreditTime time) {
        this.businesses = businesses;
        this.publications = publications;
        this.rules = rules;
        this.outbox = outbox;
        this.time = time;
    }

    public void handle(BizId bizId, RegistrationEvent event) {
        if (event instanceof Deregistered || event instanceof Annulled) {
            handle(bizId);
        }
    }

    /** It is known otherwise that the register says something else now; the caller's transaction, behind the projection. */
    public void handle(BizId bizId) {
        outbox.lock(bizId);
        businesses.find(bizId).ifPresent(this::follow);
    }

    private void follow(KnownBusiness business) {
        EnumSet<FactKind> shown = EnumSet.allOf(FactKind.class);
        shown.removeIf(kind -> !rules.shownOf(kind, business.status(), time.today()));
        publications.withhold(business.bizId(), EnumSet.complementOf(shown), time.now());
        publications.showAgain(business.bizId(), shown, time.today(), time.now());
    }
}
