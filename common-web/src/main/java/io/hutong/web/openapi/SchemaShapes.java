package io.hutong.web.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import io.hutong.identity.TextValue;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.PrimitiveType;
import org.jboss.jandex.RecordComponentInfo;
import org.jboss.jandex.Type;
import org.jspecify.annotations.Nullable;

/**
 * Gives each named schema the shape that JSON really has: value objects are strings, what is not {@code @Nullable} is
 * always there, and names are those of {@link Names}.
 */
final class SchemaShapes {
    private static final DotName NULLABLE = DotName.createSimple(Nullable.class);
    private static final DotName TEXT_VALUE = DotName.createSimple(TextValue.class);
    private static final DotName JSON = DotName.createSimple(JsonNode.class);

    private final IndexView index;
    private final OpenAPI document;
    private final Set<String> sent;

    /** @param sent the schemas that clients send: there a primitive may be left out */
    SchemaShapes(IndexView index, OpenAPI document, Set<String> sent) {
        this.index = index;
        this.document = document;
        this.sent = sent;
    }

    void give(Map<String, Type> types) {
        types.forEach(
                (name, type) -> shape(document.getComponents().getSchemas().get(name), name, type));
        rename(types);
        dropUnused();
    }

    private void shape(@Nullable Schema schema, String name, Type type) {
        ClassInfo known = index.getClassByName(type.name());
        if (type.name().equals(JSON)) {
            replace(name, OASFactory.createSchema().addType(Schema.SchemaType.OBJECT));
        } else if (known != null && known.interfaceNames().contains(TEXT_VALUE)) {
            replace(name, ValueForms.of(known));
        } else if (known != null && known.isRecord() && schema != null) {
            schema.setRequired(required(known, schema, sent.contains(name)));
            binary(known, schema);
        }
    }

    private void replace(String name, Schema schema) {
        document.getComponents().addSchema(name, schema);
    }

    private static @Nullable List<String> required(ClassInfo known, Schema schema, boolean sent) {
        List<String> required = known.recordComponents().stream()
                .filter(component -> !component.type().hasAnnotation(NULLABLE))
                .filter(component -> !sent || component.type().kind() != Type.Kind.PRIMITIVE)
                .map(RecordComponentInfo::name)
                .filter(name ->
                        schema.getProperties() != null && schema.getProperties().containsKey(name))
                .toList();
        return required.isEmpty() ? null : required;
    }

    /** Bytes stand in JSON as Base64. */
    private static void binary(ClassInfo known, Schema schema) {
        for (RecordComponentInfo component : known.recordComponents()) {
            if (component.type().kind() == Type.Kind.ARRAY
                    && component.type().asArrayType().elementType() == PrimitiveType.BYTE) {
                schema.addProperty(
                        component.name(),
                        OASFactory.createSchema()
                                .addType(Schema.SchemaType.STRING)
                                .contentEncoding("base64"));
            }
        }
    }

    private void rename(Map<String, Type> types) {
        Map<String, String> names = new HashMap<>();
        Map<String, Schema> renamed = new TreeMap<>();
        Map<String, Schema> schemas = document.getComponents().getSchemas();
        Set<String> clashes = new TreeSet<>();
        types.forEach((old, type) -> {
            String name = Names.of(type, index);
            names.put(old, name);
            if (schemas.get(old) != null && renamed.put(name, schemas.get(old)) != null) {
                clashes.add(name + " for " + type);
            }
        });
        if (!clashes.isEmpty()) {
            throw new IllegalStateException("schemas of one name, give one its own by @Schema(name): " + clashes);
        }
        schemas.forEach((name, schema) -> {
            if (!types.containsKey(name)) {
                renamed.putIfAbsent(name, schema);
            }
        });
        document.getComponents().setSchemas(renamed);
        Set<Schema> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        EverySchema.of(document, schema -> {
            String old = SchemaTypes.nameOf(schema);
            if (old != null && names.containsKey(old) && seen.add(schema)) {
                schema.setRef(SchemaTypes.refTo(names.get(old)));
            }
        });
    }

    private void dropUnused() {
        Set<String> used = new HashSet<>();
        Deque<String> open = new ArrayDeque<>();
        EverySchema.operations(document)
                .forEach(operation -> EverySchema.of(operation, schema -> note(schema, used, open)));
        while (!open.isEmpty()) {
            EverySchema.of(document.getComponents().getSchemas().get(open.pop()), schema -> note(schema, used, open));
        }
        Map<String, Schema> kept = new TreeMap<>(document.getComponents().getSchemas());
        kept.keySet().retainAll(used);
        document.getComponents().setSchemas(kept);
    }

    private static void note(Schema schema, Set<String> used, Deque<String> open) {
        String name = SchemaTypes.nameOf(schema);
        if (name != null && used.add(name)) {
            open.push(name);
        }
    }
}
