package io.hutong.identity;

import java.time.Instant;
import java.util.UUID;

/** Identity of one event, a UUIDv7, unique with its source. */
public record EventId(UUID uuid) implements TextValue {
    private static final int BELOW_MILLIS = 16;

    public static EventId of(String text) {
        return new EventId(Cleaning.uuid(text, "event-id"));
    }

    /** When the source made the event, whatever moment the event itself tells: the milliseconds of RFC 9562 §5.7. */
    public Instant madeAt() {
        return Instant.ofEpochMilli(uuid.getMostSignificantBits() >>> BELOW_MILLIS);
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
