package io.hutong.identity;

import java.util.UUID;

/** Identity of what an application for repair or an objection is about: a penalty, or an entry in one of the lists. */
public record RepairTargetId(UUID uuid) implements TextValue {

    public static RepairTargetId of(String text) {
        return new RepairTargetId(Cleaning.uuid(text, "repair-target-id"));
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
