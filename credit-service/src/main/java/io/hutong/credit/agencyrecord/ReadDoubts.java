package io.hutong.credit.agencyrecord;

import io.hutong.credit.business.Businesses;
import io.hutong.credit.business.CreditTime;
import io.hutong.credit.problem.CreditProblems;
import io.hutong.identity.BizId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;

/** What an officer has to know of a business before its permits are confirmed. */
@ApplicationScoped
public class ReadDoubts {
    /** What is in doubt, the permits that credit holds and that have not ended, and what was confirmed before. */
    public record Found(List<Doubt> doubts, List<StandingPermit> permits, List<Confirmation> confirmations) {
        public Found {
            doubts = List.copyOf(doubts);
            permits = List.copyOf(permits);
            confirmations = List.copyOf(confirmations);
        }
    }

    private final Businesses businesses;
    private final AgencyKnowledge knowledge;
    private final Permits permits;
    private final Confirmations confirmations;
    private final CreditTime time;

    ReadDoubts(
            Businesses businesses,
            AgencyKnowledge knowledge,
            Permits permits,
            Confirmations confirmations,
            CreditTime time) {
        this.businesses = businesses;
        this.knowledge = knowledge;
        this.permits = permits;
        this.confirmations = confirmations;
        this.time = time;
    }

    /** Of a business that the register has told of; what is unknown because an agency is not heard is no doubt. */
    @Transactional
    public Found of(BizId bizId) {
        if (businesses.find(bizId).isEmpty()) {
            throw CreditProblems.notFound();
        }
        return new Found(
                knowledge.doubts(bizId),
                StandingPermit.among(permits.of(bizId), time.today()),
                confirmations.of(bizId));
    }
}
