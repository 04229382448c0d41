package io.hutong.credit.repair;

import io.hutong.credit.problem.CreditProblems;
import io.hutong.web.Problem;

/** The refusal of a step that does not fit how an application stands. */
final class RepairStates {
    private RepairStates() {}

    static Problem unfit(RepairCase repair) {
        return Problem.of(
                        CreditProblems.REPAIR_STEP,
                        "修复申请的当前状态不允许此步骤。",
                        "The application is not in the state for this step.")
                .with("state", repair.progress().state());
    }
}
