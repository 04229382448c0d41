package io.hutong.credit.business;

import io.hutong.identity.BizId;
import io.hutong.identity.OperatorTenureId;
import io.hutong.identity.UnifiedSocialCreditCode;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The businesses of the register, as far as credit must know them: a projection of the register's events. */
public interface Businesses {
    Optional<KnownBusiness> find(BizId bizId);

    Map<BizId, KnownBusiness> find(Collection<BizId> bizIds);

    /** The register's word about the business is incomplete here: an event was left out by an operator. */
    void doubt(BizId bizId);

    boolean doubtful(BizId bizId);

    void put(KnownBusiness business);

    /** Keeps a tenure that is the present one no longer, because another began or its own beginning was annulled. */
    void keepEarlier(BizId bizId, OperatorTenureId tenureId);

    /** Tenures that the register told of, as far as they are kept, other than the present one. */
    Set<OperatorTenureId> earlierTenures(BizId bizId);

    /** The one under that code; where one has ended and the code was given again, the later one. */
    Optional<KnownBusiness> find(UnifiedSocialCreditCode uscc);

    /** One more change was registered. */
    void countChange(BizId bizId);

    /** How many changes were registered since the business is followed here. */
    int changes(BizId bizId);
}
