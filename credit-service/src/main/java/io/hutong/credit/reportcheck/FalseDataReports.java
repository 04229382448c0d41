package io.hutong.credit.reportcheck;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What was reported as false, the oldest first. */
public interface FalseDataReports {
    void add(FalseDataReport report);

    /** Locked until the transaction ends. */
    Optional<FalseDataReport> lock(UUID id);

    void found(FalseDataReport report);

    /** Open ones behind that id whose last day is before that day. */
    List<FalseDataReport> open(@Nullable LocalDate dueBefore, @Nullable UUID after, int limit);
}
