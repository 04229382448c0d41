package io.hutong.credit.objection;

import io.hutong.credit.problem.CreditProblems;
import io.hutong.web.Problem;

/** The refusal of a step that does not fit how an objection stands. */
final class ObjectionStates {
    private ObjectionStates() {}

    static Problem unfit(Objection objection) {
        return Problem.of(
                        CreditProblems.OBJECTION_STEP,
                        "异议的当前状态不允许此步骤。",
                        "The objection is not in the state for this step.")
                .with("state", objection.state());
    }
}
