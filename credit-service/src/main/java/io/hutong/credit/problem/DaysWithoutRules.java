package io.hutong.credit.problem;

import io.hutong.rules.NoRuleInForce;
import io.hutong.web.CommonProblems;
import io.hutong.web.Problem;
import io.hutong.web.ProblemTranslator;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** A day on which no rule was in force yet is the request's fault; nothing of it was committed. */
@ApplicationScoped
class DaysWithoutRules implements ProblemTranslator {
    @Override
    public @Nullable Problem translate(Throwable failure) {
        return failure instanceof NoRuleInForce
                ? Problem.of(
                        CommonProblems.INVALID_REQUEST,
                        "所填日期当时尚无适用的规定，未作任何记录。",
                        "No rule was in force on the day given; nothing was recorded.")
                : null;
    }
}
