package io.hutong.contract;

import io.hutong.events.Sealed;
import io.hutong.identity.TextValue;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How the records of the contract look on the wire, read from the records themselves. */
final class Shape {
    private Shape() {}

    /** What one component of a record is: its element when it is a list, its content when it is sealed. */
    record Part(String name, boolean nullable, boolean list, boolean sealed, Class<?> type) {
        static Part of(RecordComponent component) {
            Type type = component.getGenericType();
            boolean list = component.getType() == List.class;
            boolean sealed = component.getType() == Sealed.class;
            return new Part(
                    component.getName(),
                    component.getAnnotatedType().isAnnotationPresent(Nullable.class),
                    list,
                    sealed,
                    list || sealed ? rawArgument(type) : component.getType());
        }

        boolean leaf() {
            return sealed || !type.isRecord() || TextValue.class.isAssignableFrom(type);
        }
    }

    /** One place in an event that holds a value: its pointer ({@code *} for any element) and the class of the value. */
    record Leaf(String pointer, Part part, boolean must) {}

    static List<Part> parts(Class<?> type) {
        return Arrays.stream(type.getRecordComponents()).map(Part::of).toList();
    }

    static List<Leaf> leaves(Class<?> event) {
        List<Leaf> leaves = new ArrayList<>();
        collect(event, "", true, leaves);
        return leaves;
    }

    /** Pointers of what may be absent though its owner is there. */
    static List<String> optionals(Class<?> record) {
        List<String> optionals = new ArrayList<>();
        for (Part part : parts(record)) {
            String pointer = "/" + part.name();
            if (part.nullable()) {
                optionals.add(pointer);
            }
            if (!part.leaf()) {
                optionals(part.type()).forEach(below -> optionals.add(pointer + (part.list() ? "/*" : "") + below));
            }
        }
        return optionals;
    }

    /** The name of a type, with its owner when it means nothing alone: {@code Address.Kind}. */
    static String nameOf(Class<?> value) {
        Class<?> outer = value.getDeclaringClass();
        boolean nestedKind = outer != null && !outer.isInterface();
        return nestedKind ? outer.getSimpleName() + "." + value.getSimpleName() : value.getSimpleName();
    }

    private static void collect(Class<?> type, String above, boolean must, List<Leaf> leaves) {
        for (Part part : parts(type)) {
            String pointer = above + "/" + part.name() + (part.list() ? "/*" : "");
            boolean present = must && !part.nullable();
            if (part.leaf()) {
                leaves.add(new Leaf(pointer, part, present));
            } else {
                collect(part.type(), pointer, present, leaves);
            }
        }
    }

    private static Class<?> rawArgument(Type type) {
        Type argument = ((ParameterizedType) type).getActualTypeArguments()[0];
        return argument instanceof ParameterizedType nested ? (Class<?>) nested.getRawType() : (Class<?>) argument;
    }
}
