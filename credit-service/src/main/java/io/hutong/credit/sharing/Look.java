package io.hutong.credit.sharing;

import io.hutong.credit.consent.Outcome;
import io.hutong.events.AgencyCode;
import io.hutong.identity.BizId;
import io.hutong.identity.ConsentId;
import io.hutong.identity.OperatorTenureId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A look that an institution took at a business, whatever came of it; {@code fields} beside what is public. Kept at least three
 * years (notice 2021 no. 52; Credit Reporting measures).
 */
public record Look(
        UUID id,
        BizId bizId,
        OperatorTenureId tenureId,
        By by,
        Instant at,
        Outcome outcome,
        @Nullable ConsentId consentId) {

    /** Who looked, what for and for which fields. */
    public record By(AgencyCode organisation, String client, String purpose, List<String> fields) {
        public By {
            fields = List.copyOf(fields);
        }
    }
}
