package io.hutong.identity;

import java.util.UUID;

/** Identity of one application for credit repair (信用修复申请). */
public record RepairId(UUID uuid) implements TextValue {

    public static RepairId of(String text) {
        return new RepairId(Cleaning.uuid(text, "repair-id"));
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
