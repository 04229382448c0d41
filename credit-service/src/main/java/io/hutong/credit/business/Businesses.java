package io.hutong.credit.business;

import io.hutong.identity.BizId;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** The businesses of the register, as far as credit must know them: a projection of the register's events. */
public interface Businesses {
    Optional<KnownBusiness> find(BizId bizId);

    Map<BizId, KnownBusiness> find(Collection<BizId> bizIds);

    /** The register's word about the business is incomplete here: an event was left out by an operator. */
    void doubt(BizId bizId);

    boolean doubtful(BizId bizId);

    void put(KnownBusiness business);
}
