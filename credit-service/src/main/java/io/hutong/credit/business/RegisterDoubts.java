package io.hutong.credit.business;

import io.hutong.identity.BizId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Businesses of which the register's word is incomplete here, and how officers ended that. */
public interface RegisterDoubts {
    /**
     * What is known of a business that is in doubt; {@code events} of it were left out, the first at {@code since}, each unknown
     * where that was before it was kept.
     */
    record Doubt(KnownBusiness known, int events, @Nullable Instant since) {}

    /** How a doubt was ended: what was corrected by that, by whom, and where it can be looked up. */
    record Confirmation(BizId bizId, List<String> corrected, String evidence, Instant at, String by) {
        public Confirmation {
            corrected = List.copyOf(corrected);
        }
    }

    /** By their ids, behind that one. */
    List<Doubt> open(@Nullable BizId after, int limit);

    Optional<Doubt> find(BizId bizId);

    /** Ends the doubt and keeps how; the stream of the business is locked. */
    void settle(Confirmation confirmation);

    /** Of one business, the first given first. */
    List<Confirmation> confirmations(BizId bizId);
}
