package io.hutong.credit.repair;

import io.hutong.credit.filing.PlatformCase;
import io.hutong.credit.filing.PlatformDesk;
import io.hutong.credit.filing.PlatformDesk.Correction;
import io.hutong.credit.filing.Push;
import io.hutong.credit.problem.CreditProblems;
import io.hutong.credit.repair.JudgeRepair.Judgement;
import io.hutong.credit.repair.RepairCase.Said;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/**
 * Takes the next version of an application that a platform pushed, as long as it is not decided, and judges its conditions anew; every
 * version is kept, and one that is known already changes nothing. Its clocks run on.
 */
@ApplicationScoped
public class CorrectPushedRepair {
    private final Repairs repairs;
    private final RepairTargets targets;
    private final JudgeRepair judge;
    private final StateRepair state;
    private final PlatformDesk desk;

    CorrectPushedRepair(
            Repairs repairs, RepairTargets targets, JudgeRepair judge, StateRepair state, PlatformDesk desk) {
        this.repairs = repairs;
        this.targets = targets;
        this.judge = judge;
        this.state = state;
        this.desk = desk;
    }

    @Transactional
    public RepairCase handle(Correction<Said> correction) {
        return desk.correct(repairs, correction, this::corrected);
    }

    private RepairCase corrected(RepairCase before, Push<Said> push) {
        if (!before.open()) {
            throw RepairStates.unfit(before);
        }
        PlatformCase pushed = push.pushed();
        CreditProblems.refuse(pushed.defects(push.on()));
        CreditProblems.refuse(pushed.tooLate(before.filing().on()));
        CreditProblems.refuse(pushed.tooEarly(targets.shownFrom(before.subject())));
        String grounds = judge.judge(
                        before.bizId(),
                        before.subject(),
                        push.said(),
                        before.filing().on())
                .map(Judgement::grounds)
                .orElse(before.grounds());
        RepairCase corrected = before.corrected(push, grounds);
        repairs.correct(corrected, push);
        state.corrected(corrected);
        return corrected;
    }
}
