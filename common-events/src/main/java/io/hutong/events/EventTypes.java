package io.hutong.events;

import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every event of the contract by its wire type: the sealed interfaces are the list, no other has to be kept. */
public final class EventTypes {
    private static final String PREFIX = "io.hutong.";
    private static final Map<String, Class<? extends DomainEvent>> BY_TYPE = leaves(DomainEvent.class)
            .collect(Collectors.toMap(EventTypes::typeOf, Function.identity(), EventTypes::twice, TreeMap::new));

    private EventTypes() {}

    public static String typeOf(DomainEvent event) {
        return typeOf(event.getClass());
    }

    public static String typeOf(Class<? extends DomainEvent> event) {
        EventType type = event.getAnnotation(EventType.class);
        if (type == null) {
            throw new IllegalArgumentException(event.getName() + " has no @EventType");
        }
        return type.value();
    }

    /** The record that carries events of this type; empty for a type of a later contract. */
    public static Optional<Class<? extends DomainEvent>> classOf(String type) {
        return Optional.ofNullable(BY_TYPE.get(type));
    }

    /** The service that states events of this type: the first segment after the product's own. */
    public static String producer(String type) {
        int end = type.indexOf('.', PREFIX.length());
        if (!type.startsWith(PREFIX) || end < 0) {
            throw new IllegalArgumentException("not a type of this contract");
        }
        return type.substring(PREFIX.length(), end);
    }

    /** All wire types in alphabetical order. */
    public static Set<String> all() {
        return Collections.unmodifiableSet(BY_TYPE.keySet());
    }

    private static Stream<Class<? extends DomainEvent>> leaves(Class<? extends DomainEvent> event) {
        return event.isSealed()
                ? Arrays.stream(event.getPermittedSubclasses())
                        .flatMap(permitted -> leaves(permitted.asSubclass(DomainEvent.class)))
                : Stream.of(event);
    }

    private static Class<? extends DomainEvent> twice(
            Class<? extends DomainEvent> one, Class<? extends DomainEvent> other) {
        throw new IllegalStateException(one.getName() + " and " + other.getName() + " have the same @EventType");
    }
}
