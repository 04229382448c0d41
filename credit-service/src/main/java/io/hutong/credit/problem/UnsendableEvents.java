package io.hutong.credit.problem;

import io.hutong.messaging.UnsendableEvent;
import io.hutong.web.CommonProblems;
import io.hutong.web.Problem;
import io.hutong.web.ProblemTranslator;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** What the contract's schema or size limit forbids is the request's fault; nothing of it was committed. */
@ApplicationScoped
class UnsendableEvents implements ProblemTranslator {
    @Override
    public @Nullable Problem translate(Throwable failure) {
        return failure instanceof UnsendableEvent
                ? Problem.of(
                        CommonProblems.INVALID_REQUEST,
                        "内容超出共享数据格式的限制，未作任何记录。",
                        "The content exceeds what the contract allows to be shared; nothing was recorded.")
                : null;
    }
}
