package io.hutong.credit.consent;

import io.hutong.events.AgencyCode;
import io.hutong.identity.BizId;
import io.hutong.identity.ConsentId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All consents ever given; at most one of a business for the same institution and purpose is active. */
public interface Consents {
    /** All of one business, the first given first. */
    List<Consent> of(BizId bizId);

    Optional<Consent> find(ConsentId id);

    /** As it is now, and so it stays until the transaction ends: who ends a consent waits for who uses it, and the other way. */
    Optional<Consent> lock(ConsentId id);

    /** The last one given, active or not. */
    Optional<Consent> last(BizId bizId, AgencyCode recipient, String purpose);

    List<Consent> active(BizId bizId);

    /** Active ones whose last day is over, or whose operator is not the present one, behind that id. */
    List<ConsentId> outlived(LocalDate today, @Nullable ConsentId after, int limit);

    void add(Consent consent);

    void change(Consent consent);
}
