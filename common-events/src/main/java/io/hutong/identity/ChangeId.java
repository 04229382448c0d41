package io.hutong.identity;

import java.util.UUID;

/** Identity of one registered or requested change. */
public record ChangeId(UUID uuid) implements TextValue {

    public static ChangeId of(String text) {
        return new ChangeId(Cleaning.uuid(text, "change-id"));
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
