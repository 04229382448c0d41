package io.hutong.identity;

import java.util.UUID;

/** Identity of one entry in the serious-violation list (严重违法失信名单). */
public record SeriousEntryId(UUID uuid) implements TextValue {

    public static SeriousEntryId of(String text) {
        return new SeriousEntryId(Cleaning.uuid(text, "serious-entry-id"));
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
