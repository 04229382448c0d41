package io.hutong.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

/** Writes problems as RFC 9457 asks, independent of what a service does to its own object mapper. */
final class ProblemJson {
    static final String MEDIA_TYPE = "application/problem+json";

    private static final ObjectMapper MAPPER = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .registerModule(new TextValueModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

    private ProblemJson() {}

    static String write(Problem problem, Language language, String traceId) {
        var json = ProblemMembers.of(problem, language);
        json.put("traceId", traceId);
        try {
            return MAPPER.writeValueAsString(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(
                    "an extension of " + problem.type().slug() + " cannot be written as JSON", e);
        }
    }
}
