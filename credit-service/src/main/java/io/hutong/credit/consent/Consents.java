package io.hutong.credit.consent;

import io.hutong.events.AgencyCode;
import io.hutong.identity.BizId;
import io.hutong.identity.ConsentId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All consents ever given. Of those of a business for the same institution and purpose that are active each begins after the one
 * given before it; the last that has begun holds.
 */
public interface Consents {
    /** All of one business, the first given first. */
    List<Consent> of(BizId bizId);

    Optional<Consent> find(ConsentId id);

    /** As it is now, and so it stays until the transaction ends: who ends a consent waits for who uses it, and the other way. */
    Optional<Consent> lock(ConsentId id);

    /** The last one given, active or not. */
    Optional<Consent> last(BizId bizId, AgencyCode recipient, String purpose);

    /** Of one business, the first given first. */
    List<Consent> active(BizId bizId);

    /**
     * Active ones whose last day is over, whose operator is not the present one, or whose place was taken by one that has begun,
     * behind that id.
     */
    List<ConsentId> outlived(LocalDate today, @Nullable ConsentId after, int limit);

    void add(Consent consent);

    void change(Consent consent);
}
