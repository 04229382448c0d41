package io.hutong.credit.agencyrecord;

import io.hutong.identity.BizId;
import java.util.List;
import java.util.Optional;

/** The permits that departments stated about businesses. */
public interface Permits {
    Optional<Permit> find(BizId bizId, Permit.Key key);

    /** All of a business, by type and number. */
    List<Permit> of(BizId bizId);

    /** Stores the permit as it is now; the business's stream must be locked. */
    void put(BizId bizId, Permit permit);
}
