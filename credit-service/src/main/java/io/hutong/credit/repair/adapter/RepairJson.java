package io.hutong.credit.repair.adapter;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.hutong.credit.filing.PlatformCase;
import io.hutong.credit.repair.Acknowledgement;
import io.hutong.credit.repair.ReadRepairs.Reach;
import io.hutong.credit.repair.RepairCase;
import io.hutong.credit.repair.RepairCase.Progress;
import io.hutong.events.FilingChannel;
import io.hutong.events.RepairTarget;
import io.hutong.identity.BizId;
import io.hutong.identity.RepairId;
import io.hutong.identity.RepairTargetId;
import io.hutong.rules.Explanation;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An application for repair. {@code dueOn} is the last day for the next step, after a grant for every system to show it no
 * longer; {@code finishedAt} is there when all that are connected have acknowledged, {@code finishedWithout} names the others. {@code
 * reason} explains a step against the business; {@code caseNo} is the number of the platform that pushed it, {@code version} counts what it
 * said since. {@code grounds} says
 * condition by condition what is met.
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
        List<SystemJson> systems,
        List<String> finishedWithout,
        @Nullable Instant finishedAt,
        @Nullable String reason,
        @Nullable String caseNo,
        @Nullable LocalDate receivedOn,
        @Nullable Integer version,

        @JsonRawValue @Schema(implementation = Explanation.class)
        String grounds) {

    /** A platform or a bank that was told: {@code seconds} until it acknowledged, or until now while it has not. */
    @Schema(name = "RepairReach")
    record SystemJson(
            String system,
            State state,
            Instant since,
            @Nullable Instant acknowledgedAt,
            long seconds) {

        /** How it stands: what is not connected is not waited for, unless it is known to have shown the record. */
        @Schema(name = "RepairReachState")
        enum State {
            ACKNOWLEDGED,
            WAITING,
            NOT_CONNECTED
        }

        static SystemJson of(Acknowledgement told, Instant now) {
            Instant at = told.acknowledgedAt();
            State waiting = told.expected() ? State.WAITING : State.NOT_CONNECTED;
            return new SystemJson(
                    told.channel(),
                    at == null ? waiting : State.ACKNOWLEDGED,
                    told.since(),
                    at,
                    Math.max(
                            0,
                            Duration.between(told.since(), at == null ? now : at)
                                    .toSeconds()));
        }
    }

    static RepairJson of(RepairCase repair, Reach reach) {
        Progress progress = repair.progress();
        PlatformCase pushed = repair.filing().pushed();
        return new RepairJson(
                repair.id(),
                repair.bizId(),
                repair.subject().target(),
                repair.subject().id(),
                repair.filing().channel(),
                repair.filing().on(),
                progress.state(),
                progress.on(),
                progress.dueOn(),
                repair.overdue(reach.today()),
                progress.extended(),
                progress.barredUntil(),
                reach.systems().stream()
                        .map(told -> SystemJson.of(told, reach.now()))
                        .toList(),
                reach.finishedWithout().stream().sorted().toList(),
                progress.finishedAt(),
                progress.reason(),
                pushed == null ? null : pushed.number(),
                pushed == null ? null : pushed.receivedOn(),
                pushed == null ? null : pushed.version(),
                repair.grounds());
    }

    /** What is written stays out of logs. */
    @Override
    public String toString() {
        return "RepairJson[" + repairId + "]";
    }
}
