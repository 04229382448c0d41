package io.hutong.credit.penalty;

import io.hutong.credit.business.Businesses;
import io.hutong.credit.business.CreditTime;
import io.hutong.credit.problem.CreditProblems;
import io.hutong.identity.BizId;
import io.hutong.identity.PenaltyId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Shows penalties to officers: of one business, and those that still have to be published. */
@ApplicationScoped
public class ReadPenalties {
    private final Businesses businesses;
    private final Penalties penalties;
    private final CreditTime time;

    ReadPenalties(Businesses businesses, Penalties penalties, CreditTime time) {
        this.businesses = businesses;
        this.penalties = penalties;
        this.time = time;
    }

    @Transactional
    public List<Penalty> of(BizId bizId) {
        return businesses.find(bizId).map(known -> penalties.of(known.bizId())).orElseThrow(CreditProblems::notFound);
    }

    @Transactional
    public Penalty one(PenaltyId id) {
        return penalties.find(id).orElseThrow(CreditProblems::notFound);
    }

    @Transactional
    public List<Penalty> toPublish(@Nullable PenaltyId after, int limit) {
        return penalties.toPublish(time.today(), after, limit);
    }
}
