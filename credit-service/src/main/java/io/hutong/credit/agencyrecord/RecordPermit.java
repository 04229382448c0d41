package io.hutong.credit.agencyrecord;

import io.hutong.credit.agencyrecord.RecordConsequences.Step;
import io.hutong.credit.business.Businesses;
import io.hutong.credit.business.CreditTime;
import io.hutong.credit.business.KnownBusiness;
import io.hutong.events.Agency;
import io.hutong.events.ExchangeEvent.PermitChanged;
import io.hutong.events.ExchangeEvent.PermitEnded;
import io.hutong.events.ExchangeEvent.PermitEvent;
import io.hutong.events.ExchangeEvent.PermitGranted;
import io.hutong.identity.BizId;
import io.hutong.messaging.AwaitingPremise;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/**
 * Keeps what departments state about permits, and leaves out what the register refuses for its content (Regulation on Promoting
 * Individual Businesses art. 13): what is stated of a business that has ended, too. The department has the register's receipt
 * {@code business.ended}; when the end is annulled it states the permit again, under a new id, and both keep it. Runs in the
 * transaction of the inbox, in which the stream is locked.
 */
@ApplicationScoped
public class RecordPermit {
    private final Businesses businesses;
    private final Permits permits;
    private final RecordConsequences consequences;
    private final CreditTime time;

    RecordPermit(Businesses businesses, Permits permits, RecordConsequences consequences, CreditTime time) {
        this.businesses = businesses;
        this.permits = permits;
        this.consequences = consequences;
        this.time = time;
    }

    public void handle(BizId bizId, PermitEvent event) {
        KnownBusiness business = businesses
                .find(bizId)
                .orElseThrow(() -> new AwaitingPremise("the register has not told of the business yet"));
        var key = new Permit.Key(event.permitType(), event.permitNo());
        Optional<Permit> known = permits.find(bizId, key);
        if (known.filter(permit -> !permit.statedBy().equals(event.origin().agency()))
                .isPresent()) {
            return;
        }
        if (event instanceof PermitEnded ended) {
            known.ifPresent(permit -> end(bizId, permit, ended));
        } else if (business.status().terminal()) {
            return; // refused by the register: to be stated again when the end is annulled
        } else if (event instanceof PermitGranted granted) {
            var permit = new Permit(key, granted.origin().agency(), granted.validFrom(), granted.validTo(), null);
            if (known.isEmpty() && isSound(permit, granted.department())) {
                save(bizId, permit, Step.GRANTED);
            }
        } else if (event instanceof PermitChanged changed) {
            var permit = new Permit(key, changed.origin().agency(), changed.validFrom(), changed.validTo(), null);
            boolean open = known.filter(before -> before.end() != null || before.equals(permit))
                    .isEmpty();
            if (open && isSound(permit, changed.department())) {
                save(bizId, permit, Step.CHANGED);
            }
        }
    }

    private void end(BizId bizId, Permit permit, PermitEnded ended) {
        if (permit.end() == null && !ended.endedOn().isBefore(permit.validFrom())) {
            save(bizId, permit.ended(new Permit.End(ended.endedOn(), ended.reason())), Step.ENDED);
        }
    }

    private void save(BizId bizId, Permit permit, Step step) {
        permits.put(bizId, permit, permit.nextChange(time.today()));
        consequences.permit(bizId, permit, step);
    }

    /** A department states its own permits only, and none that ends before it begins. */
    private static boolean isSound(Permit permit, Agency department) {
        return permit.statedBy().kind() == department
                && (permit.validTo() == null || !permit.validTo().isBefore(permit.validFrom()));
    }
}
