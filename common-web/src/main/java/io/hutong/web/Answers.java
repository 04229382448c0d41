package io.hutong.web;

import jakarta.ws.rs.core.HttpHeaders;
import java.util.LinkedHashMap;
import java.util.Map;

/** The parts of an answer to a refused request, whichever layer sends it. */
final class Answers {
    private Answers() {}

    /** A problem about which there is no more to say than its title. */
    static Problem plain(ProblemType type) {
        return Problem.of(type, type.zh() + "。", type.en() + ".");
    }

    static Map<String, String> headers(Problem problem, Language language) {
        var headers = new LinkedHashMap<String, String>();
        headers.put(HttpHeaders.CONTENT_TYPE, ProblemJson.MEDIA_TYPE);
        headers.put(HttpHeaders.CONTENT_LANGUAGE, language.tag());
        headers.put(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
        headers.put(HttpHeaders.CACHE_CONTROL, "no-store");
        int status = problem.type().status();
        if (problem.extensions().get("retryAfterSeconds") instanceof Number seconds) {
            headers.put(HttpHeaders.RETRY_AFTER, seconds.toString());
        } else if (status == 503 || status == 429) {
            headers.put(HttpHeaders.RETRY_AFTER, "5");
        } else if (Boolean.TRUE.equals(problem.extensions().get("retryable"))) {
            headers.put(HttpHeaders.RETRY_AFTER, "1");
        }
        if (problem.extensions().get("currentVersion") instanceof Number version) {
            headers.put(HttpHeaders.ETAG, "\"" + version + "\"");
        }
        return headers;
    }

    /** The general problem of a status that some layer chose by itself. */
    static ProblemType typeOf(int status) {
        return switch (status) {
            case 401 -> CommonProblems.UNAUTHENTICATED;
            case 403 -> CommonProblems.FORBIDDEN;
            case 404 -> CommonProblems.NOT_FOUND;
            case 405 -> CommonProblems.METHOD_NOT_ALLOWED;
            case 406 -> CommonProblems.NOT_ACCEPTABLE;
            case 409 -> CommonProblems.CONCURRENT_CHANGE;
            case 412 -> CommonProblems.VERSION_CONFLICT;
            case 413 -> CommonProblems.TOO_LARGE;
            case 415 -> CommonProblems.UNSUPPORTED_MEDIA_TYPE;
            case 422 -> CommonProblems.INVALID_REQUEST;
            case 428 -> CommonProblems.PRECONDITION_REQUIRED;
            case 503 -> CommonProblems.UNAVAILABLE;
            default -> status < 500 ? CommonProblems.BAD_REQUEST : CommonProblems.INTERNAL;
        };
    }
}
