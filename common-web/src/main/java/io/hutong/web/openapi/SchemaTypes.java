package io.hutong.web.openapi;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationValue;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.ParameterizedType;
import org.jboss.jandex.RecordComponentInfo;
import org.jboss.jandex.Type;
import org.jspecify.annotations.Nullable;

/** Finds which Java type each named schema was made of, by walking both from where they begin together. */
final class SchemaTypes {
    private static final String REF = "#/components/schemas/";
    private static final DotName MAP = DotName.createSimple(Map.class);

    private final IndexView index;
    private final Map<String, Schema> schemas;
    private final Map<String, Type> found = new LinkedHashMap<>();

    SchemaTypes(IndexView index, Map<String, Schema> schemas) {
        this.index = index;
        this.schemas = schemas;
    }

    Map<String, Type> found() {
        return found;
    }

    static @Nullable String nameOf(@Nullable Schema schema) {
        return schema == null || schema.getRef() == null
                ? null
                : schema.getRef().substring(REF.length());
    }

    static Schema to(String name) {
        return OASFactory.createSchema().ref(refTo(name));
    }

    static String refTo(String name) {
        return REF + name;
    }

    void walk(Type type, @Nullable Schema schema) {
        walk(type, schema, Map.of());
    }

    private void walk(Type type, @Nullable Schema schema, Map<String, Type> variables) {
        if (schema == null) {
            return;
        }
        Type known = resolved(type, variables);
        String name = nameOf(schema);
        if (name != null) {
            if (found.putIfAbsent(name, known) == null && schemas.get(name) != null) {
                inside(known, schemas.get(name));
            }
            return;
        }
        inside(known, schema);
    }

    private void inside(Type type, Schema schema) {
        if (type.kind() == Type.Kind.ARRAY) {
            walk(type.asArrayType().constituent(), schema.getItems());
            return;
        }
        ClassInfo known = index.getClassByName(type.name());
        Map<String, Type> variables = variables(type, known);
        if (schema.getItems() != null && type instanceof ParameterizedType list) {
            walk(list.arguments().get(0), schema.getItems());
        } else if (type.name().equals(MAP) && type instanceof ParameterizedType map) {
            walk(map.arguments().get(1), schema.getAdditionalPropertiesSchema());
        } else if (known != null && known.isRecord() && schema.getProperties() != null) {
            for (RecordComponentInfo component : known.recordComponents()) {
                walk(shown(known, component), schema.getProperties().get(component.name()), variables);
            }
        }
    }

    /** The type of a component, or the one that stands in its place in the document. */
    private static Type shown(ClassInfo known, RecordComponentInfo component) {
        AnnotationInstance annotation = known.field(component.name()).annotation(Names.SCHEMA);
        AnnotationValue instead = annotation == null ? null : annotation.value("implementation");
        return instead == null ? component.type() : instead.asClass();
    }

    private static Map<String, Type> variables(Type type, @Nullable ClassInfo known) {
        Map<String, Type> variables = new HashMap<>();
        if (known != null && type instanceof ParameterizedType generic) {
            for (int i = 0; i < generic.arguments().size(); i++) {
                variables.put(
                        known.typeParameters().get(i).identifier(),
                        generic.arguments().get(i));
            }
        }
        return variables;
    }

    private static Type resolved(Type type, Map<String, Type> variables) {
        if (type.kind() == Type.Kind.TYPE_VARIABLE) {
            return variables.getOrDefault(type.asTypeVariable().identifier(), type);
        }
        if (type instanceof ParameterizedType generic && !variables.isEmpty()) {
            List<Type> arguments = generic.arguments().stream()
                    .map(argument -> resolved(argument, variables))
                    .toList();
            return ParameterizedType.create(generic.name(), arguments.toArray(Type[]::new), null);
        }
        return type;
    }
}
