package io.hutong.credit.repair;

import io.hutong.credit.business.CreditTime;
import io.hutong.credit.filing.PlatformCase;
import io.hutong.credit.problem.CreditProblems;
import io.hutong.credit.problem.Texts;
import io.hutong.credit.repair.JudgeRepair.Judgement;
import io.hutong.credit.repair.RepairCase.Progress;
import io.hutong.credit.repair.RepairCase.Said;
import io.hutong.credit.repair.RepairCase.State;
import io.hutong.credit.repair.RepairCase.Step;
import io.hutong.identity.RepairId;
import io.hutong.messaging.Outbox;
import io.hutong.web.Problem;
import io.hutong.web.Violation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Takes an application up or not, extends it once, and decides it; what is granted ends in the same transaction. Who handed in
 * false material is refused and barred (NDRC Order 36 art. 16, 20).
 */
@ApplicationScoped
public class DecideRepair {
    /**
     * What an officer does having read which version, what the officer found of duties and correction (a grant rests on that), and what the business is
     * told; needed where the step goes against it.
     */
    public record Command(
            RepairId id,
            Step step,
            @Nullable Integer version,
            @Nullable Findings findings,
            @Nullable String reason,
            String by) {
        @Override
        public String toString() {
            return "Command[" + id + ", " + step + "]";
        }
    }

    /** Whether duties are fulfilled and what was wrong is corrected, as the officer found it. */
    public record Findings(boolean fulfilled, boolean corrected) {}

    private final Repairs repairs;
    private final JudgeRepair judge;
    private final EndTarget end;
    private final RepairRules rules;
    private final StateRepair state;
    private final Outbox outbox;
    private final CreditTime time;

    DecideRepair(
            Repairs repairs,
            JudgeRepair judge,
            EndTarget end,
            RepairRules rules,
            StateRepair state,
            Outbox outbox,
            CreditTime time) {
        this.repairs = repairs;
        this.judge = judge;
        this.end = end;
        this.rules = rules;
        this.state = state;
        this.outbox = outbox;
        this.time = time;
    }

    @Transactional
    public RepairCase handle(Command command) {
        outbox.lock(
                repairs.find(command.id()).orElseThrow(CreditProblems::notFound).bizId());
        RepairCase before = repairs.find(command.id()).orElseThrow();
        State next = before.by(command.step()).orElseThrow(() -> RepairStates.unfit(before));
        PlatformCase.refuseUnread(before.filing().pushed(), command.version());
        if (command.step().needsReason() || command.reason() != null) {
            Texts.refuseUnfit(command.reason(), "/reason");
        }
        String grounds = judged(before, command);
        RepairCase after = before.at(progress(before, next, command), grounds);
        repairs.step(after, command.step());
        state.stepped(after);
        if (next == State.GRANTED) {
            end.end(after.subject(), command.by());
        }
        return after;
    }

    /** The account of the conditions, asked anew; a refusal where the step needs them met. */
    private String judged(RepairCase repair, Command command) {
        Step step = command.step();
        if (step == Step.EXTEND || step == Step.FIND_FALSE) {
            return repair.grounds();
        }
        Optional<Judgement> judgement = judge.judge(
                repair.bizId(),
                repair.subject(),
                counts(repair, command),
                repair.filing().on());
        if (step == Step.ACCEPT || step == Step.GRANT) {
            RequestRepair.refuseBarred(repairs, repair.bizId(), time.today());
            refuseUnmet(judgement);
        }
        return judgement.map(Judgement::grounds).orElse(repair.grounds());
    }

    /** What the business said, until an officer has found something; a grant rests on findings alone. */
    private static Said counts(RepairCase repair, Command command) {
        Said said = repair.filing().said();
        Findings findings = command.findings();
        if (findings == null) {
            return command.step() == Step.GRANT ? new Said(false, false, said.promised()) : said;
        }
        return new Said(findings.fulfilled(), findings.corrected(), said.promised());
    }

    private static void refuseUnmet(Optional<Judgement> judgement) {
        Judgement judged = judgement.orElseThrow(() ->
                Problem.of(CreditProblems.REPAIR_TARGET, "该记录已结束，无须修复。", "It has ended; nothing is left to repair."));
        if (!judged.eligible()) {
            throw Problem.of(
                    CreditProblems.REPAIR_CONDITIONS,
                    "不符合所列条件。",
                    "The conditions that are listed are not met.",
                    judged.unmet().toArray(Violation[]::new));
        }
    }

    private Progress progress(RepairCase before, State next, Command command) {
        LocalDate today = time.today();
        boolean extended = before.progress().extended() || command.step() == Step.EXTEND;
        LocalDate barred =
                next == State.FALSE_MATERIAL ? rules.barredUntil(before.filing().on(), today) : null;
        return new Progress(
                next, today, command.by(), due(before, command.step()), extended, barred, null, command.reason());
    }

    private @Nullable LocalDate due(RepairCase before, Step step) {
        LocalDate requestedOn = before.filing().on();
        return switch (step) {
            case ACCEPT -> rules.decideBy(before.subject().target(), requestedOn, time.today());
            case EXTEND -> extended(before);
            case GRANT -> rules.finishBy(before, time.today());
            case NOT_ACCEPT, REFUSE, FIND_FALSE -> null;
        };
    }

    private LocalDate extended(RepairCase before) {
        LocalDate dueOn = before.progress().dueOn();
        LocalDate later = dueOn == null || before.overdue(time.today())
                ? null
                : rules.extended(before.subject().target(), before.filing().on(), dueOn);
        if (later == null) {
            throw RepairStates.unfit(before);
        }
        return later;
    }
}
