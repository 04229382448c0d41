package io.hutong.credit.business;

import io.hutong.identity.BizId;
import java.util.Optional;

/** The businesses of the register, as far as credit must know them: a projection of the register's events. */
public interface Businesses {
    Optional<KnownBusiness> find(BizId bizId);

    void put(KnownBusiness business);
}
