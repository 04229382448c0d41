package io.hutong.credit.reportcheck;

import io.hutong.events.AbnormalGround;
import io.hutong.identity.BizId;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a look into a report proved, and by which the business is to be listed (Interim Measures on Annual Reports art. 14, 15). */
public record ProvenGround(
        Source source,
        UUID sourceId,
        BizId bizId,
        AbnormalGround ground,
        @Nullable Integer reportYear,
        LocalDate provenOn) {

    /** Which look it was; {@code sourceId} is its number. */
    public enum Source {
        FALSE_DATA_REPORT,
        SPOT_CHECK
    }

    Place place() {
        return new Place(provenOn, sourceId, bizId);
    }

    /** A place in the order of proof. */
    public record Place(LocalDate provenOn, UUID sourceId, BizId bizId) {}
}
