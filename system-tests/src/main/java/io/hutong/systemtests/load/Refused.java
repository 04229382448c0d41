package io.hutong.systemtests.load;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Reads why a request was refused from its problem document (RFC 9457). */
public final class Refused {
    private Refused() {}

    /** The problem's name: the last part of its type. */
    public static String code(JsonNode problem) {
        String type = problem.path("type").asText();
        return type.substring(type.lastIndexOf(':') + 1);
    }

    /** The places that violations name, one after the other. */
    public static String places(JsonNode problem) {
        return StreamSupport.stream(problem.path("violations").spliterator(), false)
                .map(violation -> violation.path("pointer").asText())
                .sorted()
                .collect(Collectors.joining(" "));
    }
}
