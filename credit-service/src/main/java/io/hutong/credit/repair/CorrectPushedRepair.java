package io.hutong.credit.repair;

import io.hutong.credit.business.CreditTime;
import io.hutong.credit.problem.CreditProblems;
import io.hutong.credit.publication.PlatformCase;
import io.hutong.credit.repair.JudgeRepair.Judgement;
import io.hutong.credit.repair.RepairCase.Push;
import io.hutong.credit.repair.RepairCase.Said;
import io.hutong.identity.RepairId;
import io.hutong.messaging.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;

/**
 * Takes the next version of an application that a platform pushed, as long as it is not decided, and judges its conditions anew; every
 * version is kept, and one that is known already changes nothing. Its clocks run on.
 */
@ApplicationScoped
public class CorrectPushedRepair {
    /** Which case in which version, and what the business says. */
    public record Command(PlatformCase pushed, Said said, String by) {}

    private final Repairs repairs;
    private final RepairTargets targets;
    private final JudgeRepair judge;
    private final StateRepair state;
    private final Outbox outbox;
    private final CreditTime time;

    CorrectPushedRepair(
            Repairs repairs,
            RepairTargets targets,
            JudgeRepair judge,
            StateRepair state,
            Outbox outbox,
            CreditTime time) {
        this.repairs = repairs;
        this.targets = targets;
        this.judge = judge;
        this.state = state;
        this.outbox = outbox;
        this.time = time;
    }

    @Transactional
    public RepairCase handle(Command command) {
        String caseNo = command.pushed().number();
        outbox.lock(repairs.pushed(caseNo).orElseThrow(CreditProblems::notFound).bizId());
        RepairCase before = repairs.pushed(caseNo).orElseThrow();
        return known(before.id(), command) ? before : corrected(before, command);
    }

    private boolean known(RepairId id, Command command) {
        List<Push> pushes = repairs.pushes(id);
        return command.pushed()
                .known(pushes.size(), version -> pushes.get(version - 1).says(command.pushed(), command.said()));
    }

    private RepairCase corrected(RepairCase before, Command command) {
        if (!before.open()) {
            throw RepairStates.unfit(before);
        }
        CreditProblems.refuse(command.pushed().defects(time.today()));
        CreditProblems.refuse(command.pushed().tooLate(before.request().on()));
        CreditProblems.refuse(command.pushed().tooEarly(targets.shownFrom(before.subject())));
        String grounds = judge.judge(
                        before.bizId(),
                        before.subject(),
                        command.said(),
                        before.request().on())
                .map(Judgement::grounds)
                .orElse(before.grounds());
        var push = new Push(command.pushed(), command.said(), time.today(), command.by());
        RepairCase corrected = before.corrected(push, grounds);
        repairs.correct(corrected, push);
        state.corrected(corrected);
        return corrected;
    }
}
