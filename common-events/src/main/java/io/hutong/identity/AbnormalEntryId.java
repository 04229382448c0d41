package io.hutong.identity;

import java.util.UUID;

/** Identity of one entry in the abnormal operations list (经营异常名录). */
public record AbnormalEntryId(UUID uuid) implements TextValue {

    public static AbnormalEntryId of(String text) {
        return new AbnormalEntryId(Cleaning.uuid(text, "entry-id"));
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
