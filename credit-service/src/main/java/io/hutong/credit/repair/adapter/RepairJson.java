package io.hutong.credit.repair.adapter;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.hutong.credit.publication.PlatformCase;
import io.hutong.credit.repair.RepairCase;
import io.hutong.credit.repair.RepairCase.Progress;
import io.hutong.events.FilingChannel;
import io.hutong.events.RepairTarget;
import io.hutong.identity.BizId;
import io.hutong.identity.RepairId;
import io.hutong.identity.RepairTargetId;
import io.hutong.rules.Explanation;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An application for repair. {@code dueOn} is the last day for the next step, after a grant for every system to show it no
 * longer; {@code finishedAt} is there when all have acknowledged. {@code reason} explains a step against the business; {@code
 * caseNo} is the number of the platform that pushed it. {@code grounds} says condition by condition what is met.
 */
@Schema(name = "Repair")
record RepairJson(
        RepairId repairId,
        BizId bizId,
        RepairTarget target,
        RepairTargetId targetId,
        FilingChannel channel,
        LocalDate requestedOn,
        RepairCase.State state,
        LocalDate stateSince,
        @Nullable LocalDate dueOn,
        boolean overdue,
        boolean extended,
        @Nullable LocalDate barredUntil,
        List<String> acknowledgedBy,
        @Nullable Instant finishedAt,
        @Nullable String reason,
        @Nullable String caseNo,
        @Nullable LocalDate receivedOn,

        @JsonRawValue @Schema(implementation = Explanation.class)
        String grounds) {

    static RepairJson of(RepairCase repair, Collection<String> acknowledgedBy, LocalDate today) {
        Progress progress = repair.progress();
        PlatformCase pushed = repair.request().pushed();
        return new RepairJson(
                repair.id(),
                repair.bizId(),
                repair.subject().target(),
                repair.subject().id(),
                repair.request().channel(),
                repair.request().on(),
                progress.state(),
                progress.on(),
                progress.dueOn(),
                repair.overdue(today),
                progress.extended(),
                progress.barredUntil(),
                acknowledgedBy.stream().sorted().toList(),
                progress.finishedAt(),
                progress.reason(),
                pushed == null ? null : pushed.number(),
                pushed == null ? null : pushed.receivedOn(),
                repair.grounds());
    }

    /** What is written stays out of logs. */
    @Override
    public String toString() {
        return "RepairJson[" + repairId + "]";
    }
}
