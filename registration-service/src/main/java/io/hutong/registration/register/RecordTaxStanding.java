package io.hutong.registration.register;

import io.hutong.events.TaxEvent.StatusChanged;
import io.hutong.identity.BizId;
import jakarta.enterprise.context.ApplicationScoped;

/** Shows beside the register how tax keeps the business. Runs in the transaction of the inbox. */
@ApplicationScoped
public class RecordTaxStanding {
    private final Businesses businesses;

    public RecordTaxStanding(Businesses businesses) {
        this.businesses = businesses;
    }

    public void handle(BizId bizId, StatusChanged changed) {
        Business business = businesses
                .find(bizId)
                .orElseThrow(() -> new IllegalStateException("tax speaks of a business that is unknown here"));
        businesses.save(business.standing(new TaxStanding(changed.status(), changed.since())));
    }
}
