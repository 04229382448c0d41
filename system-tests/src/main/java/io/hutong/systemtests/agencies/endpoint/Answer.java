package io.hutong.systemtests.agencies.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import org.jspecify.annotations.Nullable;

/** An answer of the simulator's server. */
record Answer(int status, @Nullable JsonNode body) {

    static Answer problem(int status, String detail) {
        return new Answer(
                status,
                JsonNodeFactory.instance
                        .objectNode()
                        .put("type", "about:blank")
                        .put("status", status)
                        .put("detail", detail));
    }

    String contentType() {
        return status < 400 ? "application/json" : "application/problem+json";
    }
}
