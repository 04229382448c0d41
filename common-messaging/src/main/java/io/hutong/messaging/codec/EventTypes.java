package io.hutong.messaging.codec;

import io.hutong.events.DomainEvent;
import io.hutong.events.EventType;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** All event records of the contract by their wire type, found through the sealed hierarchy of {@link DomainEvent}. */
public final class EventTypes {
    private final Map<String, Class<? extends DomainEvent>> byName = new TreeMap<>();

    public EventTypes() {
        collect(DomainEvent.class);
    }

    public Set<String> names() {
        return byName.keySet();
    }

    /** The record of this wire type. */
    public Optional<Class<? extends DomainEvent>> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** The wire type of this record. */
    public static String nameOf(Class<? extends DomainEvent> event) {
        @Nullable EventType type = event.getAnnotation(EventType.class);
        if (type == null) {
            throw new IllegalStateException(event.getName() + " has no @EventType");
        }
        return type.value();
    }

    private void collect(Class<?> type) {
        if (type.isRecord()) {
            Class<? extends DomainEvent> event = type.asSubclass(DomainEvent.class);
            if (byName.put(nameOf(event), event) != null) {
                throw new IllegalStateException("two events have the wire type " + nameOf(event));
            }
            return;
        }
        Class<?> @Nullable [] permitted = type.getPermittedSubclasses();
        if (permitted == null) {
            throw new IllegalStateException(type.getName() + " is neither a record nor sealed");
        }
        for (Class<?> part : permitted) {
            collect(part);
        }
    }
}
