package io.hutong.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hutong.contract.Shape.Part;
import io.hutong.events.Audience;
import io.hutong.events.DomainEvent;
import io.hutong.events.EventTypes;
import io.hutong.events.Origin;
import io.hutong.identity.TextValue;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Writes the JSON Schema of one event type from its record, the table of fields and the forms of texts: that of the event
 * as readers get it, or that of what an agency may send in. The latter has no origin, which the exchange gives, its sealed
 * fields are in clear, and what it does not name is refused: a misspelt field would else be a fact that nobody misses.
 */
final class SchemaGeneration {
    private static final Map<String, Integer> LEAST_ITEMS = Map.of(
            "Opened.premises", 1,
            "Opened.scope", 1,
            "ChangeHeld.blocks", 1,
            "ClearanceHeld.blocks", 1,
            "ProfileUpdated.changed", 1);
    private static final Map<String, Integer> LEAST_NUMBER = Map.ofEntries(
            Map.entry("Block.count", 1),
            Map.entry("ChangeCompleted.followUps", 0),
            Map.entry("ArrearsAnnounced.amountFen", 1),
            Map.entry("AnnualReportSubmitted.reportYear", 2013),
            Map.entry("AnnualReportSubmitted.revision", 1),
            Map.entry("AbnormalListed.reportYear", 2013),
            Map.entry("AbnormalRemoved.reportYear", 2013),
            Map.entry("AnnualReportReminderDue.reportYear", 2013),
            Map.entry("AnnualReportReminderDue.stage", 1),
            Map.entry("AnnualReportWindowOpened.reportYear", 2013),
            Map.entry("ProfileUpdated.version", 1));
    private static final Set<Class<?>> INTEGERS = Set.of(int.class, Integer.class, long.class);

    private final String type;
    private final String producer;
    private final boolean intake;
    private final Map<String, JsonNode> definitions = new TreeMap<>();

    private SchemaGeneration(String type, boolean intake) {
        this.type = type;
        this.intake = intake;
        this.producer = EventTypes.producer(type);
    }

    static ObjectNode of(String type) {
        return new SchemaGeneration(type, false).schema();
    }

    static ObjectNode ofIntake(String type) {
        return new SchemaGeneration(type, true).schema();
    }

    private ObjectNode schema() {
        Class<? extends DomainEvent> event = EventTypes.classOf(type).orElseThrow();
        ObjectNode schema = ContractFiles.JSON.createObjectNode();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("$id", "urn:hutong:schema:" + (intake ? "intake/" : "") + type);
        schema.put("title", event.getSimpleName());
        schema.put("description", EventRow.of(type).term());
        fill(schema, event, "");
        if (!definitions.isEmpty()) {
            ObjectNode shared = schema.putObject("$defs");
            definitions.forEach(shared::set);
        }
        return schema;
    }

    private void fill(ObjectNode schema, Class<?> record, String pointer) {
        schema.put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        ArrayNode required = ContractFiles.JSON.createArrayNode();
        for (Part part : Shape.parts(record)) {
            if (intake && part.type() == Origin.class) {
                continue;
            }
            properties.set(part.name(), ofPart(record, part, pointer + "/" + part.name()));
            if (!part.nullable()) {
                required.add(part.name());
            }
        }
        if (!required.isEmpty()) {
            schema.set("required", required);
        }
        if (intake) {
            schema.put("additionalProperties", false);
        }
    }

    private ObjectNode ofPart(Class<?> owner, Part part, String pointer) {
        if (part.sealed() && !intake) {
            return sealed(FieldRow.of(type, pointer).audience().orElseThrow());
        }
        if (!part.list()) {
            return ofType(owner, part, pointer);
        }
        ObjectNode list = ContractFiles.JSON.createObjectNode().put("type", "array");
        Integer least = LEAST_ITEMS.get(owner.getSimpleName() + "." + part.name());
        if (least != null) {
            list.put("minItems", least);
        }
        list.set("items", ofType(owner, part, pointer + "/*"));
        return list;
    }

    private ObjectNode ofType(Class<?> owner, Part part, String pointer) {
        Class<?> value = part.type();
        if (value == String.class) {
            return Forms.ofText(owner, part.name());
        }
        if (value == boolean.class || value == Boolean.class) {
            return ContractFiles.JSON.createObjectNode().put("type", "boolean");
        }
        if (INTEGERS.contains(value)) {
            return number(owner, part);
        }
        return shared(value, pointer);
    }

    private static ObjectNode number(Class<?> owner, Part part) {
        ObjectNode number = ContractFiles.JSON.createObjectNode().put("type", "integer");
        number.put("minimum", LEAST_NUMBER.get(owner.getSimpleName() + "." + part.name()));
        return number.put("maximum", part.type() != long.class ? Integer.MAX_VALUE : Long.MAX_VALUE);
    }

    private ObjectNode shared(Class<?> value, String pointer) {
        String name = Shape.nameOf(value);
        if (!definitions.containsKey(name)) {
            ObjectNode definition = ContractFiles.JSON.createObjectNode();
            definitions.put(name, definition);
            definition.setAll(definition(value, pointer));
        }
        return reference(name);
    }

    private ObjectNode definition(Class<?> value, String pointer) {
        if (value == LocalDate.class) {
            return Forms.of("date");
        }
        if (value == Instant.class) {
            return Forms.of("instant");
        }
        if (TextValue.class.isAssignableFrom(value)) {
            return Forms.ofValue(value);
        }
        ObjectNode definition = ContractFiles.JSON.createObjectNode();
        if (value.isEnum()) {
            ArrayNode names = definition.put("type", "string").putArray("enum");
            for (Object constant : value.getEnumConstants()) {
                names.add(((Enum<?>) constant).name());
            }
            return definition;
        }
        fill(definition, value, pointer);
        return definition;
    }

    private ObjectNode sealed(Audience audience) {
        String name = "Sealed." + audience;
        definitions.computeIfAbsent(name, absent -> Forms.sealed(producer, audience));
        return reference(name);
    }

    private static ObjectNode reference(String name) {
        return ContractFiles.JSON.createObjectNode().put("$ref", "#/$defs/" + name);
    }
}
