package io.hutong.registration.permit;

import io.hutong.identity.BizId;
import java.util.List;
import java.util.Optional;

/** The permits that were stated about businesses. */
public interface Permits {
    Optional<Permit> find(BizId bizId, Permit.Key key);

    /** All permits of a business, by type and number. */
    List<Permit> of(BizId bizId);

    /** Stores the permit as it is now; the business's stream must be locked. */
    void save(BizId bizId, Permit permit);
}
