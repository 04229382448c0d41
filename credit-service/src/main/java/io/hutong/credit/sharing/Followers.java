package io.hutong.credit.sharing;

import io.hutong.events.AgencyCode;
import io.hutong.identity.BizId;
import io.hutong.identity.OperatorTenureId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which institutions follow a business now. */
public interface Followers {
    /**
     * One of them; what for and under which operator it began, absent where it began before that was kept.
     */
    record Follower(
            AgencyCode organisation,
            @Nullable String purpose,
            @Nullable OperatorTenureId tenureId,
            Instant since) {}

    /** By their codes. */
    List<Follower> of(BizId bizId);
}
