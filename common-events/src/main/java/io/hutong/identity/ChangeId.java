package io.hutong.identity;

import java.util.UUID;

/** Identity of one registered or requested change. */
public record ChangeId(UUID uuid) implements TextValue {

    public static ChangeId of(String text) {
        return new ChangeId(UUID.fromString(text));
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
