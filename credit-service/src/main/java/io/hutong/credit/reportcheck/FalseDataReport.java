package io.hutong.credit.reportcheck;

import io.hutong.identity.BizId;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Somebody's word that a report is false; it is looked into until {@code checkBy}. What was said stays encrypted. */
public record FalseDataReport(
        UUID id,
        BizId bizId,
        int reportYear,
        String claim,
        LocalDate receivedOn,
        LocalDate checkBy,
        @Nullable Finding finding) {

    /** What the look showed, on which day, and who looked. */
    public record Finding(Outcome outcome, LocalDate on, String by) {}

    /** Whether the report is false; if so the business is listed by a decision of its own. */
    public enum Outcome {
        CONFIRMED,
        UNFOUNDED
    }

    public boolean overdue(LocalDate today) {
        return finding == null && today.isAfter(checkBy);
    }

    FalseDataReport found(Finding what) {
        return new FalseDataReport(id, bizId, reportYear, claim, receivedOn, checkBy, what);
    }

    @Override
    public String toString() {
        return "FalseDataReport[" + id + "]";
    }
}
