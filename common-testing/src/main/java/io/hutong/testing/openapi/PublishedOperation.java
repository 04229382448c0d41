package io.hutong.testing.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;

/** What the document says of one operation, compared with what happened. */
final class PublishedOperation {
    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    /** Refusals that may meet any operation, and are not listed with each. */
    private static final Set<Integer> LEFT_TO_DEFAULT = Set.of(405, 406, 413, 429, 503);

    private final JsonNode operation;
    private final JsonNode components;

    PublishedOperation(JsonNode operation, JsonNode components) {
        this.operation = operation;
        this.components = components;
    }

    /** Successful answers without a shape, and refusals that are no problems. */
    List<String> gaps() {
        List<String> gaps = new ArrayList<>();
        operation.path("responses").properties().forEach(answer -> {
            JsonNode content = answer.getValue().path("content");
            boolean shaped = !content.isEmpty();
            for (JsonNode kind : content) {
                shaped &= !kind.path("schema").isEmpty();
            }
            if (!shaped) {
                gaps.add(answer.getKey() + " has no shape");
            }
        });
        if (!operation.path("responses").has("default")) {
            gaps.add("no default problem");
        }
        if (operation.path("operationId").asText().isEmpty()) {
            gaps.add("no operationId");
        }
        return gaps;
    }

    /** What about this answer is not as promised. */
    List<String> faultsOf(Response answer) {
        String status = Integer.toString(answer.statusCode());
        JsonNode promised = operation.path("responses").path(status);
        if (promised.isMissingNode() && LEFT_TO_DEFAULT.contains(answer.statusCode())) {
            promised = operation.path("responses").path("default");
        }
        if (promised.isMissingNode()) {
            return List.of("status " + status + " is not promised");
        }
        String body = answer.asString();
        if (body.isEmpty()) {
            return mayBeEmpty(promised) ? List.of() : List.of(status + " without a body");
        }
        String kind = answer.contentType().split(";", -1)[0];
        JsonNode content = promised.path("content").path(kind);
        if (content.isMissingNode()) {
            return List.of(status + " as " + kind + " is not promised");
        }
        if (content.path("schema").isEmpty()) {
            return List.of(status + " is promised without a schema");
        }
        return kind.endsWith("json") && !kind.contains("ndjson") ? faults(content.path("schema"), body) : List.of();
    }

    /** A list in lines is empty where it has none. */
    private static boolean mayBeEmpty(JsonNode promised) {
        JsonNode content = promised.path("content");
        return content.isEmpty() || content.has("application/x-ndjson");
    }

    private List<String> faults(JsonNode shape, String body) {
        ObjectNode whole = JsonNodeFactory.instance.objectNode();
        whole.set("components", components);
        whole.set("allOf", JsonNodeFactory.instance.arrayNode().add(shape));
        Schema schema = REGISTRY.getSchema(whole.toString(), InputFormat.JSON);
        return schema.validate(body, InputFormat.JSON).stream()
                .map(fault -> fault.getInstanceLocation() + " " + fault.getKeyword() + " " + fault.getMessage())
                .toList();
    }

    /** The headers that the document demands, when a request without them was let in. */
    List<String> missing(FilterableRequestSpecification request, Response answer) {
        List<String> missing = new ArrayList<>();
        if (answer.statusCode() < 300) {
            StreamSupport.stream(operation.path("parameters").spliterator(), false)
                    .filter(parameter -> parameter.path("required").asBoolean()
                            && parameter.path("in").asText().equals("header"))
                    .map(parameter -> parameter.path("name").asText())
                    .filter(name -> !request.getHeaders().hasHeaderWithName(name))
                    .forEach(name -> missing.add(name + " is said to be required, and is not"));
        }
        return missing;
    }
}
