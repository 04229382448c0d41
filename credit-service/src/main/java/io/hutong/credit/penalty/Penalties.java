package io.hutong.credit.penalty;

import io.hutong.identity.BizId;
import io.hutong.identity.PenaltyId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All penalties that were recorded. */
public interface Penalties {
    /** Of one business, the first recorded first. */
    List<Penalty> of(BizId bizId);

    Optional<Penalty> find(PenaltyId id);

    /** Those that have to be shown by today, as long as their time is not over, and are not yet; behind that id. */
    List<Penalty> toPublish(LocalDate today, @Nullable PenaltyId after, int limit);

    /** Those whose term was over before that day and that are still shown, behind that id. */
    List<PenaltyId> termOver(LocalDate before, @Nullable PenaltyId after, int limit);

    void add(Penalty recorded);

    void change(Penalty before, Penalty now);

    /** Keeps its violation, and by whom and when it was stated, beside what was stated before. */
    void keepViolation(Penalty stated, LocalDate on, String by);
}
