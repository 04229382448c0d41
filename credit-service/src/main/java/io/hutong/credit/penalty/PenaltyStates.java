package io.hutong.credit.penalty;

import io.hutong.credit.problem.CreditProblems;
import io.hutong.web.Problem;

/** The refusal of a step that does not fit how a penalty stands. */
final class PenaltyStates {
    private PenaltyStates() {}

    static Problem unfit(Penalty penalty) {
        return Problem.of(
                        CreditProblems.PENALTY_STATE, "该处罚信息的当前状态不允许此操作。", "The penalty is not in the state for this.")
                .with("state", penalty.state());
    }
}
