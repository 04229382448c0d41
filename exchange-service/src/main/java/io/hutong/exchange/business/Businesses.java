package io.hutong.exchange.business;

import io.hutong.identity.BizId;
import io.hutong.identity.UnifiedSocialCreditCode;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** The businesses of the register, as far as the exchange must know them: a projection of the register's events. */
public interface Businesses {
    Optional<KnownBusiness> find(BizId bizId);

    Map<BizId, KnownBusiness> find(Collection<BizId> bizIds);

    /** By code; of several under one code, one that has not ended. */
    Map<UnifiedSocialCreditCode, KnownBusiness> byCode(Collection<UnifiedSocialCreditCode> codes);

    void put(KnownBusiness business);
}
