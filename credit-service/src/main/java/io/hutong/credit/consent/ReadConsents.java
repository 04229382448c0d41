package io.hutong.credit.consent;

import io.hutong.credit.business.Businesses;
import io.hutong.credit.business.KnownBusiness;
import io.hutong.credit.problem.CreditProblems;
import io.hutong.identity.BizId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;

/** Shows the consents about a business: to its operator those given in the present tenure, to the authority all. */
@ApplicationScoped
public class ReadConsents {
    private final Businesses businesses;
    private final Consents consents;

    ReadConsents(Businesses businesses, Consents consents) {
        this.businesses = businesses;
        this.consents = consents;
    }

    @Transactional
    public List<Consent> all(BizId bizId) {
        return consents.of(find(bizId).bizId());
    }

    @Transactional
    public List<Consent> ofPresentOperator(BizId bizId) {
        KnownBusiness business = find(bizId);
        return consents.of(bizId).stream()
                .filter(consent -> consent.tenureId().equals(business.tenureId()))
                .toList();
    }

    private KnownBusiness find(BizId bizId) {
        return businesses.find(bizId).orElseThrow(CreditProblems::notFound);
    }
}
