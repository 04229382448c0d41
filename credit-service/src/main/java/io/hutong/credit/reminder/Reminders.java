package io.hutong.credit.reminder;

import io.hutong.identity.BizId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who was reminded of the report for which year, and at which stage; each stage at most once. */
public interface Reminders {
    /**
     * Living businesses that owe the report for the year, have not filed it, and were not reminded at this stage or a later one,
     * behind that one.
     */
    List<BizId> waiting(int reportYear, int stage, @Nullable BizId after, int most);

    /** Whether that is so for this one; its stream is locked. */
    boolean waits(BizId bizId, int reportYear, int stage);

    void add(BizId bizId, int reportYear, int stage, LocalDate on, Instant at);

    /** How many were reminded at each stage. */
    Map<Integer, Integer> counts(int reportYear);
}
