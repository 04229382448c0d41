package io.hutong.credit.financing;

import io.hutong.events.AgencyCode;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A loan that a bank offers to individual businesses, in its own words. */
public record Product(
        UUID id,
        AgencyCode bank,
        Offered offered,
        Instant publishedAt,
        @Nullable Instant withdrawnAt) {

    /** Its name, up to which band, for how many months at most, the yearly rate as it is advertised, and who may apply. */
    public record Offered(String name, String band, int months, String rate, String conditions) {}
}
