package io.hutong.registration.restriction;

import io.hutong.identity.BizId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The orders of authorities and courts against businesses. */
public interface Restrictions {
    void add(Restriction restriction);

    /** Stores by what it was lifted; the stream of the business must be locked. */
    void lift(Restriction restriction);

    Optional<Restriction> find(UUID id);

    /** All of a business, the latest first. */
    List<Restriction> of(BizId bizId);

    /** Those of a business that stand, in the order in which they were recorded. */
    List<Restriction> standing(BizId bizId);
}
