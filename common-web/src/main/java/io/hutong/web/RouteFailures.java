package io.hutong.web;

import io.quarkus.runtime.configuration.MemorySize;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Requests that fail before or beside REST, such as a body over the limit or an address that is none, are answered in the
 * same form.
 */
@Singleton
class RouteFailures {
    private static final int FIRST = -10_000;
    private static final String OWN_LOOK = "vertx.disableURIValidation";

    private final FailureTranslation translation;
    private final long maxBody;

    RouteFailures(
            FailureTranslation translation,
            @ConfigProperty(name = "quarkus.http.limits.max-body-size") Optional<MemorySize> maxBody) {
        this.translation = translation;
        this.maxBody = maxBody.map(MemorySize::asLongValue).orElse(Long.MAX_VALUE);
    }

    /** Before Quarkus's server is made: it would end such a request itself, with nothing in the answer. */
    static void lookOurselves(@Observes @Initialized(ApplicationScoped.class) Object start) {
        System.setProperty(OWN_LOOK, "true");
    }

    void watch(@Observes Router router) {
        router.route()
                .order(FIRST)
                .handler(RouteFailures::address)
                .handler(this::limit)
                .failureHandler(this::answer);
        for (int status : new int[] {400, 404, 405, 406, 413, 414, 415}) {
            router.errorHandler(status, this::answer);
        }
    }

    private static void address(RoutingContext http) {
        try {
            new URI(http.request().uri());
            http.next();
        } catch (URISyntaxException e) {
            http.fail(
                    Problem.of(
                            CommonProblems.BAD_REQUEST,
                            "地址含有未按 UTF-8 百分号编码的字符，或编码不完整。",
                            "The address has characters that are not percent-encoded (UTF-8), or an encoding that is not whole."));
        }
    }

    /** Before Quarkus does the same without a word. */
    private void limit(RoutingContext http) {
        String length = http.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length != null && length.matches("\\d{1,18}") && Long.parseLong(length) > maxBody) {
            // what follows is not read, so the connection serves no other request
            http.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
            http.fail(413);
        } else {
            http.next();
        }
    }

    private void answer(RoutingContext http) {
        if (http.response().ended() || http.response().headWritten()) {
            http.next();
            return;
        }
        int status = http.statusCode() < 400 ? 500 : http.statusCode();
        Problem problem = http.failure() == null ? null : translation.find(http.failure());
        if (problem == null) {
            problem = Answers.plain(Answers.typeOf(status));
        }
        String traceId = ProblemMapping.traceId(http);
        if (problem.type().status() == 500 && http.failure() != null) {
            FaultLog.write(http.request().method().name(), http.normalizedPath(), traceId, http.failure());
        }
        var language = Language.of(http.request().getHeader("Accept-Language"));
        http.response().setStatusCode(problem.type().status());
        Answers.headers(problem, language).forEach(http.response()::putHeader);
        http.response().end(ProblemJson.write(problem, language, traceId));
    }
}
