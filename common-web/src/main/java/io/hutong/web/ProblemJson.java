package io.hutong.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes problems as RFC 9457 asks, independent of what a service does to its own object mapper. */
final class ProblemJson {
    static final String MEDIA_TYPE = "application/problem+json";

    private static final ObjectMapper MAPPER = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .registerModule(new TextValueModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

    private ProblemJson() {}

    static String write(Problem problem, Language language, String traceId) {
        var type = problem.type();
        var json = new LinkedHashMap<String, Object>();
        json.put("type", type.uri().toString());
        json.put("title", language.choose(type.zh(), type.en()));
        json.put("status", type.status());
        json.put("detail", language.choose(problem.detailZh(), problem.detailEn()));
        if (!problem.violations().isEmpty()) {
            json.put(
                    "violations",
                    problem.violations().stream()
                            .map(v -> violation(v, language))
                            .toList());
        }
        problem.extensions().forEach(json::putIfAbsent);
        json.put("traceId", traceId);
        try {
            return MAPPER.writeValueAsString(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an extension of " + type.slug() + " cannot be written as JSON", e);
        }
    }

    private static Map<String, String> violation(Violation violation, Language language) {
        var json = new LinkedHashMap<String, String>();
        json.put("pointer", violation.pointer());
        json.put("code", violation.code());
        json.put("message", language.choose(violation.zh(), violation.en()));
        return json;
    }
}
