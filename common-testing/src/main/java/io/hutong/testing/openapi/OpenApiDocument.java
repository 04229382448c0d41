package io.hutong.testing.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** The OpenAPI document of a running service, as an integrator's tools read it. */
public final class OpenApiDocument {
    private final JsonNode document;

    private OpenApiDocument(JsonNode document) {
        this.document = document;
    }

    public static OpenApiDocument of(int port) {
        try {
            var place = URI.create("http://127.0.0.1:" + port + "/q/openapi?format=json");
            JsonNode document = new ObjectMapper().readTree(place.toURL());
            document.path("components").path("schemas").properties().stream()
                    .filter(schema -> !schema.getKey().equals("Problem"))
                    .forEach(schema -> close(schema.getValue()));
            return new OpenApiDocument(document);
        } catch (IOException e) {
            throw new IllegalStateException("the service publishes no interface", e);
        }
    }

    /** Clients must bear with new members, but none may be sent that is not published. */
    private static void close(JsonNode schema) {
        if (schema instanceof ObjectNode object && object.has("properties")) {
            object.put("additionalProperties", false);
            object.path("properties").forEach(OpenApiDocument::close);
        }
        if (schema.has("items")) {
            close(schema.path("items"));
        }
    }

    /** What an integrator would miss: the shape of an answer, or how refusals look. */
    public List<String> gaps() {
        List<String> gaps = new ArrayList<>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(method -> method.getValue().has("responses"))
                        .forEach(method -> new PublishedOperation(method.getValue(), document.path("components"))
                                .gaps()
                                .forEach(gap -> gaps.add(method.getKey() + " " + path.getKey() + ": " + gap))));
        return gaps;
    }

    /** The operation behind a path; absent where nothing answers but "not found" or "method not allowed". */
    Optional<PublishedOperation> operation(String method, String path) {
        Iterable<String> templates = () -> document.path("paths").fieldNames();
        return StreamSupport.stream(templates.spliterator(), false)
                .filter(template -> fits(template, path))
                .min(Comparator.comparingInt(template -> template.split("\\{", -1).length))
                .map(template -> document.path("paths").path(template).path(method.toLowerCase(Locale.ROOT)))
                .filter(operation -> !operation.isMissingNode())
                .map(operation -> new PublishedOperation(operation, document.path("components")));
    }

    private static boolean fits(String template, String path) {
        List<String> wanted = List.of(template.split("/", -1));
        List<String> given = List.of(path.split("/", -1));
        if (wanted.size() != given.size()) {
            return false;
        }
        for (int i = 0; i < wanted.size(); i++) {
            if (!wanted.get(i).startsWith("{") && !wanted.get(i).equals(given.get(i))) {
                return false;
            }
        }
        return true;
    }
}
