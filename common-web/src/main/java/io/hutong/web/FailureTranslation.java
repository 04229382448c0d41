package io.hutong.web;

import io.hutong.identity.InvalidValue;
import io.quarkus.arc.All;
import io.quarkus.oidc.OIDCException;
import io.quarkus.security.ForbiddenException;
import jakarta.inject.Singleton;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the problem behind an exception by looking down its causes, the outermost first. */
@Singleton
class FailureTranslation {
    private static final int DEEPEST = 20;

    private final List<ProblemTranslator> translators;

    FailureTranslation(@All List<ProblemTranslator> translators) {
        this.translators = translators;
    }

    /** The problem, or null when the failure is a fault of ours. */
    @Nullable
    Problem find(Throwable failure) {
        Throwable link = failure;
        for (int depth = 0; link != null && depth < DEEPEST; depth++, link = link.getCause()) {
            Problem problem = one(link);
            if (problem != null) {
                return problem;
            }
        }
        return null;
    }

    private @Nullable Problem one(Throwable link) {
        if (link instanceof Problem problem) {
            return problem;
        }
        for (ProblemTranslator translator : translators) {
            Problem problem = translator.translate(link);
            if (problem != null) {
                return problem;
            }
        }
        if (link instanceof InvalidValue invalid) {
            return BodyFailures.invalid("", invalid);
        }
        if (link instanceof ForbiddenException) {
            return Answers.plain(CommonProblems.FORBIDDEN);
        }
        if (link instanceof OIDCException || link instanceof ConnectException || link instanceof UnknownHostException) {
            return unavailable();
        }
        return switch (DatabaseFailures.kind(link)) {
            case CONFLICT ->
                Problem.of(
                                CommonProblems.CONCURRENT_CHANGE,
                                "另一请求正在修改同一对象，请稍后重试。",
                                "Another request is changing the same thing; try again.")
                        .with("retryable", true);
            case OUTAGE -> unavailable();
            case OTHER -> null;
        };
    }

    private static Problem unavailable() {
        return Problem.of(
                        CommonProblems.UNAVAILABLE,
                        "数据库或身份服务暂时无法访问，请稍后重试。",
                        "The database or the identity provider cannot be reached; try again later.")
                .with("retryable", true);
    }
}
