package io.hutong.credit.sharing;

import io.hutong.credit.business.Businesses;
import io.hutong.credit.business.KnownBusiness;
import io.hutong.credit.problem.CreditProblems;
import io.hutong.identity.BizId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Shows who looked at a business: to its operator what was in the present tenure, to the authority all (PIPL art. 45). */
@ApplicationScoped
public class ReadLooks {
    private final Businesses businesses;
    private final Looks looks;

    ReadLooks(Businesses businesses, Looks looks) {
        this.businesses = businesses;
        this.looks = looks;
    }

    @Transactional
    public List<Look> all(BizId bizId, @Nullable String before, int limit) {
        return looks.of(find(bizId).bizId(), null, before, limit);
    }

    @Transactional
    public List<Look> ofPresentOperator(BizId bizId, @Nullable String before, int limit) {
        return looks.of(bizId, find(bizId).tenureId(), before, limit);
    }

    private KnownBusiness find(BizId bizId) {
        return businesses.find(bizId).orElseThrow(CreditProblems::notFound);
    }
}
