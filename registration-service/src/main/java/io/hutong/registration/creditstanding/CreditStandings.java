package io.hutong.registration.creditstanding;

import io.hutong.identity.BizId;
import java.util.Optional;

/** The credit standings of businesses. */
public interface CreditStandings {
    /** Empty as long as credit has stated nothing about the business. */
    Optional<CreditStanding> find(BizId bizId);

    /** Stores the standing as it is now; the business's stream must be locked. */
    void save(BizId bizId, CreditStanding standing);
}
