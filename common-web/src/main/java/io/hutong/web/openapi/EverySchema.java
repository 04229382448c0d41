package io.hutong.web.openapi;

import java.util.Collection;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jspecify.annotations.Nullable;

/** Goes through the schemas of a document, those within schemas too. */
final class EverySchema {
    private EverySchema() {}

    static void of(OpenAPI document, Consumer<Schema> visitor) {
        operations(document).forEach(operation -> of(operation, visitor));
        document.getComponents().getSchemas().values().forEach(schema -> of(schema, visitor));
    }

    static Stream<Operation> operations(OpenAPI document) {
        return document.getPaths().getPathItems().values().stream()
                .flatMap(path -> path.getOperations().values().stream());
    }

    static void of(Operation operation, Consumer<Schema> visitor) {
        if (operation.getParameters() != null) {
            operation.getParameters().forEach(parameter -> of(parameter.getSchema(), visitor));
        }
        if (operation.getRequestBody() != null) {
            of(operation.getRequestBody().getContent(), visitor);
        }
        operation.getResponses().getAPIResponses().values().forEach(answer -> of(answer.getContent(), visitor));
    }

    private static void of(@Nullable Content content, Consumer<Schema> visitor) {
        if (content != null) {
            content.getMediaTypes().values().stream().map(MediaType::getSchema).forEach(schema -> of(schema, visitor));
        }
    }

    static void of(@Nullable Schema schema, Consumer<Schema> visitor) {
        if (schema == null) {
            return;
        }
        visitor.accept(schema);
        of(schema.getItems(), visitor);
        of(schema.getAdditionalPropertiesSchema(), visitor);
        Stream.of(schema.getAllOf(), schema.getAnyOf(), schema.getOneOf(), values(schema.getProperties()))
                .filter(some -> some != null)
                .flatMap(Collection::stream)
                .forEach(inner -> of(inner, visitor));
    }

    private static @Nullable Collection<Schema> values(@Nullable Map<String, Schema> properties) {
        return properties == null ? null : properties.values();
    }
}
