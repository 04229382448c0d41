package io.hutong.exchange.intake.adapter;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.hutong.events.DomainEvent;
import io.hutong.events.EventTypes;
import io.hutong.exchange.agency.Grant;
import io.hutong.web.Violation;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** What an agency may send, by the published intake schemas; read from the class path at the start, never fetched. */
@Singleton
@Startup
class IntakeSchemas {
    private static final Map<String, Rule> RULES = Map.of(
            "required", new Rule("缺少该字段", "is missing"),
            "type", new Rule("类型不对", "is of another type"),
            "enum", new Rule("不是允许的值", "is none of the values allowed"),
            "pattern", new Rule("格式不对", "does not have its form"),
            "format", new Rule("格式不对", "does not have its form"),
            "minLength", new Rule("太短", "is too short"),
            "maxLength", new Rule("太长", "is too long"),
            "additionalProperties", new Rule("没有这个字段", "is no field of this event"));
    private static final Rule OTHER = new Rule("不符合该类事件的格式", "does not fit events of this type");

    /** Rules that say more when what they demand is shown. */
    private static final Set<String> NAMED = Set.of("type", "enum", "pattern", "minLength", "maxLength");

    private final Map<String, Schema> byType = new HashMap<>();

    private record Rule(String zh, String en) {}

    IntakeSchemas() {
        SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
        for (String type : EventTypes.all()) {
            if (Grant.canBeSentIn(type)) {
                Schema schema = registry.getSchema(text("/schemas/intake/" + type + ".json"));
                schema.initializeValidators();
                byType.put(type, schema);
            }
        }
    }

    /** Places and rules that the data break; never its values. */
    List<Violation> violations(String type, JsonNode data) {
        Schema schema = byType.get(type);
        if (schema == null) {
            throw new IllegalArgumentException("no intake schema for " + type);
        }
        return schema.validate(data).stream()
                .map(IntakeSchemas::violation)
                .distinct()
                .toList();
    }

    private static Violation violation(Error error) {
        String property = error.getProperty() == null ? "" : "/" + error.getProperty();
        Rule rule = RULES.getOrDefault(error.getKeyword(), OTHER);
        String demanded = demanded(error);
        return new Violation(
                "/data" + error.getInstanceLocation() + property,
                "schema." + error.getKeyword(),
                rule.zh() + (demanded.isEmpty() ? "" : "：" + demanded),
                rule.en() + (demanded.isEmpty() ? "" : ": " + demanded));
    }

    /** What the published schema asks for here: the values allowed, the form, the limit. */
    private static String demanded(Error error) {
        JsonNode asked = error.getSchemaNode();
        if (asked == null || !NAMED.contains(error.getKeyword())) {
            return "";
        }
        return asked.isArray()
                ? StreamSupport.stream(asked.spliterator(), false)
                        .map(JsonNode::asText)
                        .collect(Collectors.joining(", "))
                : asked.asText();
    }

    private static String text(String resource) {
        try (InputStream stream = DomainEvent.class.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalStateException("intake schema " + resource + " is missing on the class path");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
