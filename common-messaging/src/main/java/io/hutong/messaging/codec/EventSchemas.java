package io.hutong.messaging.codec;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.hutong.events.DomainEvent;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The published schemas of all event types, read from the class path and compiled once; nothing is ever fetched. */
public final class EventSchemas {
    private static final String URN = "urn:hutong:schema:";

    private final Map<String, Schema> byType = new HashMap<>();

    /**
     * Compiles the schemas of these types.
     *
     * @throws IllegalStateException when one is missing: a service must not start without it
     */
    public EventSchemas(Set<String> types) {
        SchemaRegistry registry = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12,
                builder -> builder.resourceLoaders(loaders -> loaders.resources(EventSchemas::text)));
        for (String type : types) {
            if (text(uriOf(type).toString()) == null) {
                throw new IllegalStateException("schema /schemas/" + type + ".json is missing on the class path");
            }
            Schema schema = registry.getSchema(SchemaLocation.of(uriOf(type).toString()));
            schema.initializeValidators();
            byType.put(type, schema);
        }
    }

    static URI uriOf(String type) {
        return URI.create(URN + type);
    }

    /** Places and rules that this body breaks; never its values, because they may be personal. */
    List<String> violations(String type, JsonNode body) {
        Schema schema = byType.get(type);
        if (schema == null) {
            throw new IllegalArgumentException("no schema for " + type);
        }
        return schema.validate(body).stream()
                .map(EventSchemas::describe)
                .sorted()
                .toList();
    }

    private static String describe(Error error) {
        String property = error.getProperty() == null ? "" : "/" + error.getProperty();
        return error.getInstanceLocation() + property + ": " + error.getKeyword();
    }

    private static @Nullable String text(String iri) {
        if (!iri.startsWith(URN)) {
            return null;
        }
        String resource = "/schemas/" + iri.substring(URN.length()) + ".json";
        try (InputStream stream = DomainEvent.class.getResourceAsStream(resource)) {
            return stream == null ? null : new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("schema " + resource + " cannot be read", e);
        }
    }
}
