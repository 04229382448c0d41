package io.hutong.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.hutong.identity.InvalidValue;
import io.quarkus.security.AuthenticationCompletionException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticator;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/** The one place where exceptions become answers (RFC 9457); public, because generated code of each service calls it. */
public class ProblemMapping {
    private final FailureTranslation translation;

    ProblemMapping(FailureTranslation translation) {
        this.translation = translation;
    }

    @ServerExceptionMapper(Throwable.class)
    public Response any(Throwable failure, RoutingContext http) {
        Problem problem = translation.find(failure);
        if (problem == null) {
            problem = Answers.plain(CommonProblems.INTERNAL);
            FaultLog.write(http.request().method().name(), http.normalizedPath(), traceId(http), failure);
        }
        return answer(problem, http).build();
    }

    @ServerExceptionMapper(Problem.class)
    public Response problem(Problem problem, RoutingContext http) {
        return answer(problem, http).build();
    }

    @ServerExceptionMapper(InvalidValue.class)
    public Response invalidValue(InvalidValue invalid, RoutingContext http) {
        return answer(BodyFailures.invalid("", invalid), http).build();
    }

    @ServerExceptionMapper(MismatchedInputException.class)
    public Response body(MismatchedInputException failure, RoutingContext http) {
        return answer(BodyFailures.of(failure), http).build();
    }

    @ServerExceptionMapper(WebApplicationException.class)
    public Response standard(WebApplicationException failure, RoutingContext http) {
        int status = failure.getResponse().getStatus();
        if (status < 400) {
            return failure.getResponse();
        }
        if (failure.getCause() instanceof JsonProcessingException body) {
            return answer(BodyFailures.of(body), http).build();
        }
        if (failure.getCause() instanceof Problem problem && status != 404) {
            return answer(problem, http).build();
        }
        var answer = answer(Answers.plain(Answers.typeOf(status)), http).status(status);
        for (String kept : new String[] {HttpHeaders.ALLOW, HttpHeaders.WWW_AUTHENTICATE, HttpHeaders.RETRY_AFTER}) {
            if (failure.getResponse().getHeaderString(kept) != null) {
                answer.header(kept, failure.getResponse().getHeaderString(kept));
            }
        }
        return answer.build();
    }

    @ServerExceptionMapper(ForbiddenException.class)
    public Response forbidden(ForbiddenException failure, RoutingContext http) {
        return answer(Answers.plain(CommonProblems.FORBIDDEN), http).build();
    }

    @ServerExceptionMapper({
        UnauthorizedException.class,
        AuthenticationFailedException.class,
        AuthenticationCompletionException.class
    })
    public Uni<Response> unauthenticated(SecurityException failure, RoutingContext http) {
        Problem outage = translation.find(failure);
        if (outage != null) {
            return Uni.createFrom().item(answer(outage, http).build());
        }
        HttpAuthenticator authenticator = http.get(HttpAuthenticator.class.getName());
        return authenticator
                .getChallenge(http)
                .map(challenge -> challenged(challenge, http))
                // the issuer may be out of reach: a token can be neither trusted nor refused then
                .onFailure()
                .recoverWithItem(cause -> unchallenged(cause, http));
    }

    private static Response challenged(@Nullable ChallengeData challenge, RoutingContext http) {
        if (challenge != null && challenge.status < 400) {
            // a person at a browser is sent to the login page
            var redirect = Response.status(challenge.status);
            challenge.getHeaders().forEach((name, value) -> redirect.header(name.toString(), value));
            return redirect.build();
        }
        var answer = answer(Answers.plain(CommonProblems.UNAUTHENTICATED), http);
        return answer.header(
                        HttpHeaders.WWW_AUTHENTICATE, tokenSent(http) ? "Bearer error=\"invalid_token\"" : "Bearer")
                .build();
    }

    private Response unchallenged(Throwable cause, RoutingContext http) {
        Problem outage = tokenSent(http) ? translation.find(cause) : null;
        return outage == null ? challenged(null, http) : answer(outage, http).build();
    }

    private static boolean tokenSent(RoutingContext http) {
        return http.request().getHeader(HttpHeaders.AUTHORIZATION) != null;
    }

    private static Response.ResponseBuilder answer(Problem problem, RoutingContext http) {
        var language = Language.of(http.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE));
        var answer =
                Response.status(problem.type().status()).entity(ProblemJson.write(problem, language, traceId(http)));
        Answers.headers(problem, language).forEach(answer::header);
        return answer;
    }

    static String traceId(RoutingContext http) {
        String known = http.get("hutong.trace-id");
        if (known == null) {
            known = TraceIds.current(http.request().getHeader("traceparent"));
            http.put("hutong.trace-id", known);
        }
        return known;
    }
}
