package io.hutong.identity;

import java.util.UUID;

/** Identity of one event, a UUIDv7, unique with its source. */
public record EventId(UUID uuid) implements TextValue {

    public static EventId of(String text) {
        return new EventId(Cleaning.uuid(text, "event-id"));
    }

    @Override
    public String value() {
        return uuid.toString();
    }

    @Override
    public String toString() {
        return value();
    }
}
