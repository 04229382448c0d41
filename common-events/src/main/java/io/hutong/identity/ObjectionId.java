package io.hutong.identity;

import java.util.UUID;

/** Identity of one objection against an entry in the abnormal operations list (异议). */
public record ObjectionId(UUID uuid) implements TextValue {

    public static ObjectionId of(String text) {
        return new ObjectionId(Cleaning.uuid(text, "objection-id"));
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
