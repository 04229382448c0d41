package io.hutong.credit.penalty.adapter;

import io.hutong.credit.penalty.Penalty;
import io.hutong.credit.penalty.PenaltyRules;
import io.hutong.events.AmountBand;
import io.hutong.events.PenaltyKind;
import io.hutong.events.Severity;
import io.hutong.identity.BizId;
import io.hutong.identity.PenaltyId;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A penalty; {@code publishBy} is the last day to publish what has to be shown, {@code withdrawBy} the last to withdraw what
 * fell, and repair is open after {@code shortestEndsOn}. Without a {@code violation} it is compared with no other penalty.
 */
@Schema(name = "Penalty")
record PenaltyJson(
        PenaltyId penaltyId,
        BizId bizId,
        String decisionNo,
        PenaltyKind kind,
        BigDecimal amount,
        Penalty.Sector sector,
        LocalDate decidedOn,
        @Nullable String violation,
        Severity severity,
        AmountBand amountBand,
        Penalty.Publish publish,
        String ruleSet,
        Penalty.State state,
        @Nullable LocalDate publishBy,
        @Nullable LocalDate shownFrom,
        @Nullable LocalDate shownTo,
        @Nullable LocalDate shortestEndsOn,
        @Nullable LocalDate endedOn,
        @Nullable LocalDate withdrawBy) {

    static PenaltyJson of(Penalty penalty, PenaltyRules rules) {
        Penalty.Decision decision = penalty.decision();
        Penalty.Shown shown = penalty.shown();
        Penalty.End end = penalty.end();
        boolean due = penalty.weight().publish() == Penalty.Publish.MUST;
        return new PenaltyJson(
                penalty.id(),
                penalty.bizId(),
                decision.number(),
                decision.kind(),
                decision.amount().yuan(),
                decision.sector(),
                decision.on(),
                decision.violation(),
                penalty.weight().severity(),
                penalty.weight().band(),
                penalty.weight().publish(),
                penalty.weight().ruleSet(),
                penalty.state(),
                due ? rules.publishBy(decision.on()) : null,
                shown == null ? null : shown.from(),
                shown == null ? null : shown.to(),
                shown == null ? null : shown.shortestEndsOn(),
                end == null ? null : end.on(),
                end != null && penalty.state().withdrawn() ? rules.withdrawBy(end.on()) : null);
    }
}
